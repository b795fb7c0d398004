import type { TaskPhrases } from './vocabulary.ts'

/** Verbs in the form that a task begins with. */
const verbs =
  'add|address|adjust|adopt|allow|analy[sz]e|apply|assess|assign|audit|automate|avoid|benchmark|block|build|cap|change|check|clarify|clean|collect|complete|conduct|configure|confirm|consider|continue|coordinate|correct|create|decide|decouple|define|delete|deploy|deprecate|design|determine|develop|disable|discuss|distribute|document|educate|enable|encourage|enforce|engage|enhance|ensure|establish|evaluate|examine|expand|explore|expose|extend|find|fix|formali[sz]e|foster|gather|harden|hire|hold|identify|implement|improve|include|increase|install|instrument|integrate|introduce|investigate|isolate|keep|leverage|limit|look|lower|maintain|make|migrate|monitor|move|notify|optimi[sz]e|organi[sz]e|page|patch|perform|pin|plan|prepare|prevent|promote|protect|provide|publish|put|raise|re-?evaluate|read|reassess|rebuild|redesign|reduce|refactor|refine|reinforce|remove|repair|replace|request|research|resolve|respond|restore|restrict|retire|revamp|revert|review|rework|rewrite|roll|rotate|run|schedule|secure|send|separate|set|setup|share|ship|simplify|size|split|standardi[sz]e|stop|streamline|strengthen|subscribe|switch|teach|test|tighten|track|train|tune|turn|update|upgrade|use|utili[sz]e|validate|verify|watch|work|wrap|write'

/** At the beginning of a task, these only tell what was done; "Automated" and "Improved" may describe what follows. */
const toldVerbs =
  'Added|Removed|Corrected|Avoided|Disabled|Enabled|Migrated|Moved|Replaced|Created|Deleted|Switched|Changed|Deployed|Reverted|Restarted|Patched|Rotated|Raised|Lowered|Bumped|Upgraded|Introduced|Rewrote|Wrote|Built|Ran|Sent'

/** A sentence that says so, with or without its subject. */
const stated =
  /^[^\p{L}]{0,8}(?:(?:[Ww]e|I)(?: have|['’]ve)?(?: for [\p{L} ]{1,20})?(?: already| now| since)? \p{L}{2,20}ed\b|\p{Lu}\p{L}{2,20}ed (?:our|the|an?|all|its|their|strict)\b)|\b(?:has|have) (?:already |now |since )?been (?:\p{L}{2,20}ed|sent|made|built|written|put|set|given|taken|begun|done)\b|\b(?:was|were) (?:also |already |then )?(?:\p{L}{2,20}ed|sent|made|built|written|put|set|given|taken|placed)\b/u

const doneWord =
  "(?:won['’]?t (?:do|fix)|wontfix|declined|done|completed|accomplished|finished|fixed|implemented|resolved|merged|shipped|deployed|delivered|landed|closed)"

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.?'

/** "25 Oct", "October 25th, 2026" and "2026-10-25". */
const day = `(?:\\d{1,2}(?:st|nd|rd|th)?\\.? ${month}(?:,? \\d{4})?|${month} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?)`

export const taskPhrases: TaskPhrases = {
  imperative: new RegExp(
    `^[^\\p{L}]{0,8}(?:(?:please|also|then|finally|regularly),? )?(?:(?:ensure|make sure|guarantee)\\b(?! ?:|-\\p{L})|(?:${verbs})\\b(?! ?:|-\\p{L})(?!(?: (?!(?:that|which|who|when|where|if|how|whether|what|why|until|so|because|while|after|before|as)\\b)[\\p{L}'’-]{1,20}){0,4} (?:was|were|is|are|has|had|did|didn['’]t|does|failed|broke|took|caused|went|made|could|would|should)\\b))`,
    'iu',
  ),
  commitment:
    /\b(?:we|i|they|(?:the|our) (?:[\w-]{1,20} ){0,2}team)(?:['’]ll| will| plan to| intend to| are going to|['’]re going to|['’]re (?:\w{2,20}ing)\b| are (?:also |now |currently )?(?:\w{2,20}ing)\b)|\bwill (?:also |now |then )?be \w{2,20}(?:ed|ing)\b/i,
  detail:
    /^[^\p{L}]{0,8}(?:(?:action )?owners?|assignees?|assigned(?: to)?|responsible(?: party| team| person)?|dri|team|due(?: date| by)?|deadline|target(?: date| completion)?|completion date|eta|time ?(?:line|frame)|priority|severity|status|state|type|category|effort|estimate|tickets?|issues?|jira|tracking|tracked in|links?|prs?|pull requests?|references?|notes?|rationale|reason|goal|success criteri(?:a|on)|(?:expected )?outcome|description|details?)\s{0,2}[:：]/iu,
  taskLabel: /^[^\p{L}]{0,8}(?:task|action(?: item)?|to-?do)(?: ?#?\d{1,2})?\s{0,2}[:：]\s{0,2}(?=\S)/iu,
  doneLabel:
    /^(?!.*\b(?:to be|be|not|yet|being|must|should|will|can|could|definition|partially|in progress)\b).*(?:\b(?:taken|completed|done|finished|implemented|applied|already)\b|^\W{0,8}(?:shipped|landed|delivered|merged|deployed)\b|\b(?:shipped|landed|delivered|merged|deployed|in place)\W{0,4}$|\b(?:this|the|that) (?:incident|outage|failure) (?:drove|led to|prompted|brought|produced)\b|\bwhat (?:we|i) (?:have )?(?:already )?(?:changed|did|fixed|shipped)\b|[✅☑✔]\uFE0F?\s{0,8}$)/iu,
  responseLabel:
    /^\W{0,8}(?:immediate|initial|emergency) (?:actions?|steps|measures|response) (?:taken|performed)\W*$|^\W{0,8}corrective (?:measures?|actions?|steps?)\W*$|^\W{0,8}resolutions? (?:and|&) prevent\p{L}{2,8}(?: \p{L}{4,12})?\W*$/iu,
  adviceLabel:
    /^\W{0,8}(?:for (?:the |our |all |end )?(?:users?|customers?|readers?)|best practices)\W{0,4}$|\breminders?\W{0,4}$|\bchecklist for (?:new|future|every|each|any)\b|\b(?:principles?|guidelines|standards|criteria)(?: \d{1,2})?\s?(?:[:：]|\W{0,4}$)|^(?!.*\b(?:action|fix|follow|improvement|next|remediation|task|to-?do|work)\w{0,2}\b).*\b\p{L}{3,20} checklist\W{0,4}$/iu,
  checksLabel:
    /^\W{0,8}(?:\d{1,2}[.)] )?(?:(?:regression )?tests?(?: coverage| results| evidence)?|validation|verification|acceptance(?: criteria)?)\s{0,2}[:：]?\W{0,4}$/iu,
  checked:
    /^[^\p{L}]{0,8}(?:[\p{L}-]{1,20} ){0,3}tests? (?:pass(?:es)?|asserts?|ensures?|verif(?:y|ies)|covers?|confirms?|proves?) |^[^\p{L}]{0,8}all (?:[\p{L}-]{1,20} ){0,2}tests pass\b/iu,
  useOfReport:
    /^\W{0,4}(?:this|the) (?:incident|report|post-?mortem|exercise|document|case|review|outage) (?:(?:will|can|should|may) )?(?:(?:also|then) )?(?:be used|is used|was used|be kept|serves?|acts?) (?:as|to|for|in)\b/iu,
  planned:
    /\b(?:taking|take|took|taken) (?:the following|these|several|a number of) (?:[a-z]{3,20} ){0,2}(?:steps|measures|actions|precautions)\b|\b(?:next time|from now on|going forward|in (?:the )?future),? (?:we|i)(?:['’]ll| will| are going to)\b|\bto (?:prevent|avoid) (?:this|it|that|these|such|similar|a repeat)\b[^.:]{0,80}, (?:we|i)(?:['’]ll|['’]ve|['’]re| will| have| are)\b/i,
  planTitle:
    /^[^\p{L}]{0,12}(?:(?:the |our )?(?:required|needed|necessary|recommended|planned) (?:actions?|changes?|fix(?:es)?|work)|(?:actions?|changes?) (?:required|needed)|fixes|mitigations|counter-?measures|safeguards|(?:proposed|suggested|recommended|planned) (?:[\p{L}-]{2,20} ){0,2}(?:actions?|changes?|fix(?:es)?|edits?|mechanisms?|measures?|mitigations?|improvements?|safeguards?|guards?|solutions?|remediations?|work)|what (?:has )?changed (?:as a result|since|afterwards?)|(?:fix|clean-?up|hardening|implementation|improvement|repair|rollout|stabili[sz]ation) (?:plan|design|order|proposal|roadmap|backlog))(?=\W{0,3}$| ?[([:：–—-])/iu,
  partsLead:
    /^(?:\S{1,40} ){4,60}(?:with|including|such as|like|containing|covering|e\.g\.|for example)\s?[:：]\s*$/iu,
  advice:
    /^\W{0,8}(?:[\p{L}-]{1,20},? ){0,4}(?:users|customers|readers|visitors|package maintainers|application developers|node operators) (?:should|are (?:strongly )?(?:advised|encouraged|recommended|urged))\b|^\W{0,8}we (?:[a-z]{2,12}ly |also )?(?:advise|encourage|recommend|urge)(?: that)? (?:you|everyone|(?:[a-z]{1,12} ){0,2}(?:users|customers|readers|node operators))\b/iu,
  recommendations:
    /^\W{0,8}(?:\d{1,2}[.)] )?(?:our |general )?recommendations?(?: for (?:you|everyone|users))?\W{0,4}$/iu,
  toReaders:
    /\busers (?:should|who|are (?:strongly )?(?:advised|encouraged|recommended|urged)|to be affected|to (?:up|down)grade)\b|\byour?\b|\b(?:recommended|discouraged|safe|unsafe) (?:for|from|to) (?:[a-z]{2,12} )?(?:production|general|being used|use\b)|\bdo not use\b/iu,
  useOfVersion:
    /\b(?:upgrad|updat|downgrad|us|switch|stay|install)(?:e|ing)? (?:[\p{L}-]{1,20} ){0,5}v?\d{1,4}\.\d{1,4}/iu,
  lesson:
    /^[^.:]{3,200} (?:is|are) (?:\p{L}{2,20}ly )?(?:essential|crucial|vital|paramount|indispensable) (?:for|to|in)\b/iu,
  refused:
    /\b(?:was|were|has been|have been) (?:\p{L}{2,20}ly )?(?:rejected|declined|voted down|turned down)\b|\bdecided (?:against|not to)\b/iu,
  definition:
    /^(?:(?:an? |the |all |any )?(?:actions?|changes?|fixes|improvements|items?|measures?|tasks?|things|whatever|work) (?:that|which|to|needed|required|we|with)\b|what (?:must|should|would|will|keeps?|helps?|makes?|prevents?|reduces?|stops?)\b|(?:must|should|needs? to|has to|have to|to) be (?:addressed|closed|completed|done|finished|fixed|implemented|resolved|started)\b|(?:critical|essential|important|nice|required|stretch goals?|urgent)(?:[ ,.]|$)|(?:needed|due|within|as soon as)\b)/iu,
  closingStep:
    /^\W{0,8}(?:the |all )?(?:incident|sections?|report|post-?mortem|timeline|title|document|action(?:able)? items?|actions)\b[^.:]{0,60} (?:is|are|has|have|been) (?:over|dealt|filled|cleaned|completed?|linked|written|published|reviewed|shared|closed|resolved|updated|assigned|approved)\b/iu,
  question: /^\W{0,8}(?:is|are|was|were|do|does|did|has|have) [^?]{1,200}\?(?:\s|$)/iu,
  reported:
    /^(?:(?:we|i)(?: have|['’]ve)(?: also| already| now| since)? \p{L}{2,20}ed\b|[^.:;]{2,80}\b(?:is|are) now \p{L}{2,20}ed\b)/iu,
  doneStart: new RegExp(
    `^\\s*(?:✅|☑|✔|\\[${doneWord}\\]|\\(${doneWord}\\)|${doneWord}(?:\\s?:|\\s[–—-])\\s)`,
    'iu',
  ),
  doneMark: /^\s*DONE\b/u,
  doneEnd: new RegExp(
    `(?:[([–—-]\\s?(?:already )?${doneWord}(?: (?:during|as part of|in (?:this|the|#|v?\\d)|on \\d|before|after|since|while|immediately)[^()[\\]]{0,60}| ${day})?[)\\].!]{0,2}|✅|☑|✔)\\uFE0F?\\s*$`,
    'iu',
  ),
  doneAlone: new RegExp(`^\\W{0,4}${doneWord}(?:(?: on)?:? ${day})?\\W{0,4}$`, 'iu'),
  past: new RegExp(
    `^[^\\p{L}]{0,8}(?:${toldVerbs}) \\S|^[^\\p{L}]{0,8}\\p{Lu}\\p{L}{2,20}ed [^.]{1,60}? (?:to|from|by) \\d|\\b(?:was|were|has been|have been) \\p{L}{2,20}ly \\p{L}{2,20}ed\\b|^[^.]{2,60}(?<!\\b(?:[Ff]or|[Rr]ight|[Ff]rom)) now (?!on\\b)\\p{Ll}{2,20}\\b|${stated.source}`,
    'u',
  ),
  told: new RegExp(
    `^(?:${toldVerbs}) \\S|^\\p{Lu}\\p{L}{2,20}ed (?:our|the|an?|all|its|their|strict)\\b`,
    'u',
  ),
  participle:
    /^[^\p{L}]{0,8}(?:\p{Lu}(?:\p{L}{0,4}-)?\p{L}{2,20}ed|Wrote|Rewrote|Built|Rebuilt|Ran|Sent|Made|Took)\s/u,
  participleLater:
    /^[^\p{L}]{0,8}(?:[\p{L}\p{N}`'’"()./_-]{1,40}:? ){1,8}(?:added|applied|completed|confirmed|created|deployed|disabled|enabled|installed|moved|performed|published|removed|replaced|restored|returned|rotated|updated|validated|verified)(?!\p{L}|\s?:|-\p{L})/iu,
  uninflected: /^[^\p{L}]{0,8}(?:Reset|Set|Put|Shut|Cut|Split)\s/u,
  open: /\b(?:should|must|will|needs?|to be|would|could|can|until|plan)\b/i,
  demand: /\b(?:should|must|will|needs?|to be|could|plan)\b/i,
  pending:
    /^[^\p{L}]{0,8}(?:pending|to[- ]?do|open|in progress|wip|planned|blocked|not (?:yet )?(?:done|started))(?:\s{0,2}[:：\])]|\s[-–—]\s)|[([](?:pending|to[- ]?do|open|in progress|wip|planned|not (?:yet )?(?:done|started))[)\]]\W{0,3}$/iu,
  state:
    /^[^\p{L}\p{N}]{0,4}(TO-?DO|DOING|DONE|WIP(?=\s{0,2}[:：–—-]))\b\s{0,2}[:：–—-]?\s{1,2}(?!(?:lists?|items?)\b)(?=\S)/u,
  promise: [
    /^\W{0,4}(?:[^.:,]{2,90}, |(?:additionally|also|next|then|finally|in future|in the future) )?(?:we|i|(?:the|our) (?:[\w-]{1,20} )?team)(?:['’]ll| will| plan to| intend to| are going to| are(?: also| now| currently)? (?:looking into|working on|planning|investigating|adding|considering|exploring|introducing|building|reviewing))\b/iu,
    /^[^.:]{3,120} will(?: also| then)? be (?:built|put|set|made|sent|\p{L}{2,20}e[dn])\b/iu,
  ],
  wish: /^[^.:]{3,120} should(?: also| then)? be (?!noted|mentioned|said|remembered|considered|treated|expected)(?:built|put|set|made|sent|\p{L}{2,20}e[dn])\b/iu,
  courtesy:
    /\b(?:will|['’]ll|are|plan to|going to|intend to)(?: (?:also|then|now|currently|never|not|be|always|likely)){0,3} (?:continu|keep|shar|post|let|inform|notif|alway|never|not\b|see|know|endeavou?r|striv|do our|doing our|remain|need|miss|thank|publish|able|happy|hop|apolog|sorry|looking forward|committed|affected|requir|used\b|based|refund|reimburs|compensat|credit|extended|work hard|work closely|(?:updat|provid|tak)\w{1,3} (?:you|this|these|it|more|an|further|updates))/iu,
  closingTitle:
    /^[^\p{L}]{0,8}(?:(?:final|closing) (?:notes?|thoughts?|words|remarks)|conclusions?|in conclusion)\s{0,2}[:：]?\s*$/iu,
  doneLead:
    /\b(?:has|have) (?:already |all |now |since )?been (?:implemented|completed|carried out|put in(?:to)? place)(?: [^.:]{1,40})?[:：]\s*$|\b(?:have|has|['’]ve) (?:already |now |also )?(?:taken|implemented|completed|carried out) (?:[a-z-]{1,20} ){0,5}(?:steps|measures|actions|precautions|changes|improvements|fixes)\b[^.:]{0,40}[:：]\s*$/i,
  others:
    /\b(?:we|our|ours|us(?![-.])|on-?call|devops|users|customers)\b|(?<![\w-])sre(?! labs?\b)(?![\w-])/i,
  colleagues:
    /\b(?:teams?|engineers?|developers?|colleagues?|staff|sres|maintainers?|contributors?)\b|(?<![\w.])@[a-z][\w-]{1,38}/i,
  lab: /\b(?:home-?lab|(?:my|personal|home|own) (?:cluster|home|server|nas|lab|network|machine)|(?:sre|devops|cloud|learning|practice|training|security|test|aws|kubernetes|k8s|personal|single-node) lab|lab (?:environment|exercise|cluster|set-?up|project|machine|server)|(?:ambiente|environnement|entorno) de lab|(?:chaos|training|learning|failure|practice) (?:exercise|project))\b/i,
  nothing:
    /^\W*(?:none|n\/a|nothing|tbd|todo|not applicable)\W*$|^\W*(?:[^:.]{2,40}: )?(?:no|none) (?:further |additional |immediate |other )?(?:actions?|changes?|steps?|work|follow-?ups?)(?: items?)?(?: (?:is|are|was|were))? (?:needed|required|necessary|planned|taken)\b/i,
}
