import type { ProfilePhrases } from './vocabulary.ts'

export const profilePhrases: ProfilePhrases = {
  stages: [
    [/^(?:draft|wip|work in progress|in progress|in draft|incomplete)$/i, 'draft'],
    [/^(?:(?:in|under|for|ready for|awaiting|pending) )?review(?:ing)?$/i, 'review'],
    [/^(?:published|final(?:i[sz]ed)?|approved|reviewed)$/i, 'published'],
  ],
  id: /^(?:(?:incident|post-?mortem|report|outage)[ -]?(?:id|number|no\.?|#|key|reference)|(?:incident|id))$/i,
  idValue: /^(?=.{2,40}$)(?:[\p{L}][\p{L}\p{N}]{0,15}[-_ /.]?)?#?\d[\p{L}\p{N}._/-]{0,30}$/u,
  reviewers: /^(?:reviewers?|reviewed by|approvers?|approved by)$/i,
  related:
    /^(?:(?:related|similar|previous|earlier|linked) (?:incidents?|post-?mortems?|reports?|outages?)|recurrence of|repeat of)$/i,
  recurrence:
    /(?<!\b(?:no|any|avoid(?:s|ing)?|prevent(?:s|ing)?|against|future|possible|potential|risk of|chance of)(?: (?:a|the|any|further|future))?\s)\b(?:recurrence|repeat|repetition|reoccurrence) of\b/i,
  services:
    /^(?:(?:affected|impacted) )?(?:services?|systems?|components?|products?|applications?)(?:\(s\))?(?: (?:affected|impacted|involved|down))?$/i,
  nearMiss: /^near[ -]miss(?:es)?\b/i,
  yes: /^(?:yes|true|y|x)$/i,
  gradedTitle: /(?:^|[\s([])(SEV[- ]?\d|P[0-5](?![\p{L}\p{N}%]))(?=$|[\s):\],.–—-])/iu,
  graded:
    /\bSEV[- ]?\d\b|\b(?:critical|high|medium|moderate|low)(?=[- ]severity,? (?:[\w-]{1,20},? ){0,3}(?:incident|outage|event)\b)/gi,
}
