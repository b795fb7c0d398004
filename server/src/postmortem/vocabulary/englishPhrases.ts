import { factPhrases } from './englishFacts.ts'
import type { Phrases } from './vocabulary.ts'

/**
 * English phrases for what happened. Each pattern looks at one line or sentence, so that a fact can point
 * to its line. A phrase that states a fact is preferred to one that only accompanies it.
 */

const trouble =
  '(?:outage|incident|issue|problem|disruption|downtime|attack|failure|degradation|errors?|halt|breach|event|service|site|website|web ?site|server|servers|application|app|system|database|chain|network|platform|access|storm|leak)'
const users =
  '(?:users?|customers?|clients?|visitors?|students?|members?|subscribers?|accounts?|people|players?|tenants?|merchants?|shoppers?|employees?|staff|teams?|developers?|validators?|farmers?|operators?)'

/** Nobody is an answer to who was affected. */
const notAffected = new RegExp(
  `\\b(?:we|${users}|customers) (?:were|are|have been|was) (?:not|never) (?:affected|impacted)\\b|\\b(?:nobody|no one|no (?:\\w+ ){0,2}${users}) (?:was |were |has been |have been )?(?:affected|impacted|harmed)\\b|\\b(?:was|were|been) (?:not|never) exploited\\b|\\b(?:not|never) been exploited\\b|\\bno (?:\\w+ )?(?:impact|downtime|disruption)\\b`,
  'i',
)

export const phrases: Phrases = {
  ...factPhrases,
  start: [
    new RegExp(
      `\\b${trouble}s?\\b[^.;]{0,40}\\b(?:beg[ai]ns?|began|begun|start(?:s|ed|ing)?|commenced|occurred|happened|took place|went|goes|first (?:appeared|occurred|seen)|kicked off|crash(?:ed|es)|stopped|failed|became|dropped)\\b`,
      'i',
    ),
    /\bwent (?:down|offline|dark)\b|\bgoes down\b|\bgoing down\b|\bstop(?:ped|s) (?:working|responding|serving|accepting)\b|\bcrash(?:ed|es|ing)?\b|\bbecame (?:unavailable|unresponsive|inaccessible|unreachable)\b|\boutage (?:begins|starts|started|began)\b|\bstart of (?:the )?(?:outage|incident)\b/i,
    /\b(?:begins?|began|started|starts) (?:to |at |on |around |experiencing|receiving|failing|returning|when|seeing|showing|with)\b|\bexperienced (?:a |an )?(?:\w+ ){0,3}(?:outage|disruption|downtime|failure|degradation)\b|\btook place\b/i,
    /\b(?:unavailable|inaccessible|down|outage|offline|halted)\b[^.]{0,50}\b(?:at|from|since|on|around|between|starting|approximately)\b/i,
    /\bfirst occurr?ence of\b/i,
    /\b(?:at|on|around|since|from)\b.{0,80}\b(?:outage|down|offline|unavailable|unable|crashed|halted|failed)\b/i,
  ],
  notStart: [
    /\b(?:investigation|debugging|analysis|rollback|work|review|recovery|restoration|deployment|fix|upgrade|migration|rollout|testing|restart\w{0,3}|engineers?|teams?|post-?mortem|escalation|monitoring|troubleshooting|mitigation|planning)\b (?:was |were |has |had )?(?:beg[ai]n\w{0,3}|start\w{0,3}|initiated|commenced)\b/i,
  ],
  end: [
    /\b(?:fully |completely |finally |successfully )?(?:resolved|restored|recover(?:ed|s)|solved|repaired|rectified|reverted)\b|\bfull(?:y)? (?:recover|restor|operation)\w{0,6}\b|\brestoration (?:of|confirmed)\b|\bservices? restored\b|\bfix(?:ed)\b/i,
    /\bback (?:to normal|online|up|in service)\b|\breturn(?:ed|s|ing)? (?:back )?to normal\b|\b(?:outage|incident) (?:ends|ended|is over|closed|was closed)\b|\bend of (?:the )?(?:outage|incident)\b|\b(?:running|runs?|working|works?|operational|operating|functioning|functions?|loading|accessible|available) (?:\w+ )?(?:normally|properly|again|fine|well|smoothly|correctly|as expected)\b|\bnormal (?:operation|service|functionality)s? (?:was |were |had been |has been )?(?:restored|resumed)?\b|\bresume[ds]\b|\bend(?:ed|ing|s)\b|\buntil\b/i,
    /\bissue (?:was |is |has been |had been )?(?:closed|gone|addressed|over)\b|\b(?:is|was|are|were) (?:back|up|live|stable|operational|empty)\b|\bproblem (?:is )?(?:now )?solved\b/i,
    /\bfix (?:was |has been |is )?(?:deployed|released|applied|implemented|rolled out|merged)\b|\bdeploy(?:ed|s) (?:a |an |the )?(?:\w+ )?(?:fix|patch|hotfix)\w{0,2}\b|\brevoked\b|\bpatched\b|\b(?:released?|upgrade[ds]?)\b[^.]{0,40}\b(?:fix|patch|limits)\w{0,2}\b/i,
  ],
  notEnd: [
    /\b(?:not|n['’]t|unable to|failed to|trying to|tried to|attempt\w{0,3} to|partial(?:ly)?|temporar\w{1,3}|gradual(?:ly)?|almost|nearly|began?|begin|started|expected to) (?:\w+ )?(?:resolv|restor|recover|fix|solv)\w{0,4}\b|\bto (?:be )?(?:resolve|fix|restore|recover|solve)[ds]?\b/i,
  ],
  timedVerb:
    /\b(?:(?<start>beg[ai]ns?|beginning|begun|start(?:s|ed|ing)?|commenced|occurr?ed|happened|took place|went (?:down|offline|dark)|go(?:es|ing) down|crash(?:ed|es)|stopp(?:ed|s)|fail(?:ed|s)|became (?:un|in)\w+|halted|broke|dropped|since|from|experienced|encountered|suffered|first (?:appeared|seen))|(?<end>resolved|resolution|restored|restoration|recovered|recovery|solved|repaired|rectified|fix(?:ed)?|end(?:ed|s)|back (?:up|online|to normal|in service)|(?:return(?:ed|s)|back) to normal|resumed|until|till|normal(?:ly)?|revoked|patched|reverted|mitigated)|(?<other>detected|detection|notic(?:ed|es)|report(?:ed|s|ing)?|alert\w{0,3}|identified|discovered|found|declared|acknowledged|received|investigat(?:ed|ing)|paged|notified|escalated|deployed|released|scheduled|launched|confirmed|announced|complain\w{0,4}|observed|rolled out|posted|due))\b/gi,
  impact: [
    new RegExp(
      `\\b${users}\\b[^.]{0,80}\\b(?:unable|could not|couldn|can ?not|experienc|encounter|affect|impact|lost|los[et]|fac(?:ed|ing)|receiv|report|complain|access|deni|getting|got|saw|see|were|had|trying|tried)\\w{0,4}`,
      'i',
    ),
    /\b(?:unavailab|inaccessib|unresponsiv|unreachab|degrad|disrupt|outage|downtime|crash|slow|latenc|timeouts?|time-outs?|failed|failing|failures?|errors?|halt|unable|broken|down|offline|interrupt|prevent(?:ed|ing|s)|fails?\b|could not|did not (?:see|load|work|get|receive)|block(?:ed|ing)|affected|impact|5\d\d\b|compromis|leak|lost|loss|stuck|denied)\w{0,7}/i,
  ],
  affected: [
    notAffected,
    /\bonly (?:the |our )?(?:[\w-]{1,40} ){1,3}(?:teams?|departments?|regions?|environments?|clusters?|pages?|tenants?)\b|\b(?:the )?(?:affected|impacted) (?:\w{1,30} )?(?:were|was|are|included?)\b/i,
    new RegExp(
      `\\b(?:all|every|each|any|no|none of|entire|whole|total|100|half|majority|most|two thirds|a third|a quarter|only)\\b(?: of)?(?: the| our| its| these| those)?(?: \\w+){0,3} ${users}\\b`,
      'i',
    ),
    /\b(?:anyone|everyone|everybody|nobody|no one)\b/i,
    new RegExp(
      `(?<![\\w.,/#-])(?:about |around |over |approximately |~ ?|nearly |almost )?(?!(?:19|20)\\d\\d\\b|[45]\\d\\d [a-z]{1,30} server)(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15}(?:\\.\\d{1,2})?)(?![\\w.]?\\d)(?:k|m)?\\+?(?: of)?(?: the| our)?(?: [\\w-]{1,40}){0,2} (?:${users}|requests?|transactions?|sites?|servers?|nodes?|jobs?|emails?|packages?|repositories|devices?|machines?|instances?|wallets?|addresses|orders?|tickets?|workloads?|services|tokens|coins|peers|clusters?|builds?|messages?)\\b`,
      'i',
    ),
    /\b(?:all|every|entire|whole|no|none of)\b(?: of)?(?: the| our| its)?(?: \w+){0,3} (?:requests?|transactions?|traffic|jobs|sites?|servers?|nodes|services|user ?base|packages|deployments|builds|funds|applications|workloads)\b/i,
    /\b(?:all|most|every|half of|none of)\b (?:of )?(?:the |our |its )?(?!times?\b|changes?\b|fixes\b|tests?\b|alerts?\b|of\b)(?:[\w-]{1,40} ){1,3}(?:was|were|would|could|failed|had|did|lost|saw|got|went|became|experienced|received)\b(?! (?:\w{1,30} )?(?:restored|back|operational|normal|resolved|running|recovered|healthy|updated|upgraded|reverted|fixed|closed|done|complete[d]?|reviewed|notified|informed)\b)/i,
  ],
  affectedFigure:
    /(?<![\d.])\d{1,3}(?:\.\d{1,3})?(?: ?[-–] ?\d{1,3})? ?(?:%|percent\b)|\b\d{1,3} (?:out )?of (?:every )?\d{1,4}\b|\b(?:one|two|three)[- ](?:half|thirds?|quarters?|fifths?)\b/i,
  affectedAnywhere: [
    notAffected,
    new RegExp(
      `(?<![\\w.,/#-])(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d+)(?:k|m)?\\+? (?:[\\w-]+ ){0,2}${users} (?:were|was|had|could|couldn|saw|got|experienced|lost|received|reported)\\b`,
      'i',
    ),
    new RegExp(
      `\\b(?:all|every|no|none of|half|majority|most)\\b(?: of)?(?: the| our| its| these| those)?(?: \\w+){0,2} ${users}\\b`,
      'i',
    ),
  ],
  affectedAround: new RegExp(`\\b${users}\\b|\\b(?:requests?|traffic|transactions?|sites?)\\b`, 'i'),
  cause: [
    /\b(?:root )?causes?d?\b|\bdue to\b|\bbecause\b|\bculprit\b|\bresult(?:ed|ing)? (?:from|of|in)\b|\bstemmed from\b|\btrac(?:ed|ing)\b[^.]{0,30}\bto\b|\boriginated\b|\bbug\b|\bmisconfigur\w{1,6}\b|\bfound that\b|\brevealed\b|\bwas that\b|\bled to\b|\btypo\b|\bfault\b/i,
  ],
  fix: [
    /\bfix(?:ed|es|ing)?\b|\bresolv(?:ed|ing|e)\b|\brestor(?:ed|ing)\b|\bsolv(?:ed|ing)\b|\bmitigat(?:ed|ing)\b|\bpatch(?:ed|ing)?\b|\brolled back\b|\brollback\b|\brevert(?:ed|ing)\b|\brevoked\b|\brecover(?:ed|y)\b|\bcorrected\b|\baddressed\b|\brestart(?:ed|ing)\b|\breplac(?:ed|ing)\b|\bremediat\w{1,4}\b|\b(?:re)?solution (?:was|is|has been|involved|came)\b/i,
  ],
  improvement: [
    /\b(?:should|must|need to|needs to|will|ensure|implement|improve|enhance|add|adopt|introduce|prevent|avoid|regular|review|monitor|recommend|establish|conduct|provide|increase|better|automate|set ?up|train|test)\w{0,4}\b/i,
  ],
  lasted:
    /\b(?:last(?:ed|ing|s)?|persisted for|continued for|(?:outage|downtime|disruption) (?:of|for)|downtime|duration(?: of| was| is)?|for (?:a )?(?:total|period|duration) of|period of|a total of|limited to|over the (?:course|span) of|(?:down|offline|unavailab\w{2,4}|unreachab\w{2,4}|inaccessib\w{2,4}|interrupt\w{0,5}|disrupt\w{0,4}|affect\w{0,3}|impact\w{0,3}|unresponsive|halt\w{0,3}|outage|degrad\w{1,5}|stuck|unable|could not|couldn['’]t|without)\b[^.;]{0,50} for|not able to\b[^.;]{0,80} for|(?:resolv|restor|recover|mitigat|fix|repair)ed\b[^.;]{0,20} (?:within|in))\b[\s:~(]{0,4}(?:a |an |about |approximately |around |almost |nearly |roughly |just |over |under |total of |of |for |only |the |more than |less than |~ ?){0,8}$/i,
  lastedInTotal:
    /\b(?:total time to \w{2,12}|(?:outage|incident|downtime|disruption|degradation) (?:\w+ ){0,2}lasted|total (?:downtime|outage|duration)(?: of| time| was)?|brought the (?:total )?downtime to)\b[\s:~(–-]{0,4}(?:a |an |about |approximately |around |almost |nearly |roughly |just |over |under |was |of |for |~ ?){0,4}$/i,
  notLasted:
    /\b(?:every|after(?! a total of)|the (?:last|past)|previous|next|first|another|additional|further|timeout of|timeouts? (?:in|after|to)|interval of|limit of|within a|expire[ds]? (?:after|in)|older than|(?:banned|blocked|cached?|wait(?:s|ed|ing)?|sleep(?:s|ing)?|paused?|retr(?:y|ied|ies|ying)|retained|kept|keep|stored|monitor(?:ed|ing)?|runs?|running|ran|test(?:ed|ing)|observed|work(?:s|ed|ing)|investigat(?:ed|ing)|delayed) (?:\w+ ){0,3}for)\s*$|\b(?:previously|last (?:time|year|month|week)|in the past)\b[^.;]{0,60}$/i,
  outageOf:
    /^[\s-]{0,2}(?:(?!(?:of|after|before|into|from|prior|since|later|to|in|until|between|for|and|that|which|the)\b)\w+ ){0,3}(?:outage|downtime|disruption|interruption|incident|degradation|down\b|period of (?:\w+ )?(?:outage|downtime|disruption|unavailability|degradation))|^ of (?:\w+ )?(?:downtime|disruption|unavailability|interruption|outage|degrad\w{2,5})\b/i,
  closing:
    /^(?:by (?:implement|address|follow|tak|learn|adopt|adher|understand|apply|execut|do)\w{2,5}\b|in (?:conclusion|summary)|these (?:measures|actions|steps|tasks|corrective|improvements)|this (?:incident|postmortem|post-mortem|outage|experience|report)|overall\b|with these|through these|and now\b|on a lighter note|(?:to|we thank|thanks to) (?:all |each |every(?:body|one) )?(?:of )?(?:our|the) (?:customers?|users?|readers|community)\b|we (?:apologi[sz]e|are committed|are (?:deeply |so |truly |very )?sorry|appreciate|remain|hope|know that|thank|value|regret|understand)\b|thank|our commitment|following these|note(?: that\b|:)|the (?:outage|incident) (?:on|highlight|was|serve)|remember\b|to (?:prevent|avoid|ensure|address|mitigate|improve)\b[^.]{0,160}(?::|following|measures|steps)|in order to\b[^.]{0,160}(?::|following|measures|had to)|the following\b|we (?:have )?identified\b[^.]{0,100}:?$|moving forward)/i,
  taskVerb:
    /^[^\p{L}]{0,8}(?:(?:we (?:will|should|need to) |the team (?:will|should) |to )?(?:add|adopt|allow|analy[sz]e|apply|audit|automate|avoid|build|change|check|clean|conduct|configure|consider|continue|create|define|deploy|design|develop|disable|document|educate|enable|enforce|enhance|ensure|establish|evaluate|expand|explore|extend|fix|hire|hold|identify|implement|improve|include|increase|install|integrate|introduce|investigate|keep|limit|look|maintain|make|migrate|monitor|move|optimi[sz]e|organi[sz]e|patch|perform|plan|prepare|prevent|provide|publish|put|reduce|refactor|regularly|remove|replace|research|restrict|review|rewrite|roll|rotate|run|schedule|set ?up|setup|share|simplify|split|standardi[sz]e|strengthen|switch|test|track|train|tune|update|upgrade|use|validate|verify|write)(?:ing|e?s)?)\b/iu,
}
