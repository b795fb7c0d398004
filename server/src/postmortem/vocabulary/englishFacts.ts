import type { Phrases } from './vocabulary.ts'

/** English phrases for the facts of a timeline: how an incident was found, pursued and ended. */

const people =
  '(?:users?|customers?|clients?|visitors?|students?|members?|subscribers?|engineers?|developers?|devs?|admins?|administrators?|teams?|operators?|staff|employees?|researchers?|testers?|contributors?|validators?|colleagues?|managers?|officers?|representatives?|maintainers?|technicians?|reporters?|agents?|community|support|people|owners?|partners?|vendors?|providers?|sysadmins?|instructors?|teachers?|authors?|participants?|merchants?|players?|tenants?)'
const noticed =
  '(?:complain\\w{0,4}|report(?:ed|s|ing)?|notic(?:ed?|es|ing)|detect(?:ed|s)?|discover(?:ed|s)?|flag(?:ged|s)?|observ(?:ed?|es)|spot(?:ted|s)?|rais(?:ed?|es)|submit(?:ted|s)?|notif(?:y|ies|ied)|found|reali[sz](?:ed?|es)|inform(?:ed|s)?|opened|contact(?:ed|s)?|identif(?:y|ies|ied)|disclos(?:ed?|es)|confirm(?:ed|s)?|alert(?:ed|s)?|emailed|called|messaged|wrote|saw)'
const failing =
  '(?:not (?:running|responding|working|reachable|available|listening|serving|loading)|down|offline|unavailable|unresponsive|unreachable|inaccessible|broken|crashed|crashing|failing|failed|stopped|dead|timing out)'
const team =
  '(?:team|teams|engineers?|specialists?|experts?|developers?|admins?|administrators?|manager|managers|management|support|vendor|provider|architects?|maintainers?|(?:team|tech|technical) leads?|dbas?|devops|sres?|on-?call|(?:service|code) owners?|commander|cto)'
const suspicion =
  '(?:suspect\\w{0,3}|suspicions?|assum\\w{1,8}|believ\\w{1,3}|thought|hypothes\\w{1,4}|theor\\w{1,4}|speculat\\w{2,3}|looked like|seemed|appeared|presumed)'

export const factPhrases: Pick<
  Phrases,
  | 'detection'
  | 'detectionMethod'
  | 'actions'
  | 'misleading'
  | 'escalation'
  | 'notEscalation'
  | 'resolution'
  | 'notResolution'
> = {
  detection: [
    /\bdetect(?:ed|s|ion|ing)?\b/i,
    /\balerts?\b|\balarms?\b|\balerted\b|\bpage[rd]\b|\bpagerduty\b/i,
    /(?<!\bit )\bnotic(?:ed?|es|ing)\b|\bspotted\b|\bcomplain\w{0,4}\b|\bbecame aware\b|\bbecome aware\b|\bmade aware\b|\breali[sz](?:ed|es|ation)\b/i,
    /\bdiscover(?:ed|s|y)\b|\bflagged\b|(?<!\b(?:last|latest|previously|highest|lowest|peak) )\bobserved\b/i,
    /\breport(?:ed|s|ing)?\b(?! (?:generat|writ|healthy|ok\b|green\b|normal))/i,
    /\b(?:issue|problem|outage|incident|bug|vulnerability|error|anomaly|spike)s? (?:was |were |is |has been |have been )?(?:first )?(?:identified|found|seen|confirmed|raised|observed)\b/i,
    /(?<!\b(?:the|an|this|that|these|those) )\bidentified (?:a |an |the )?(?:problem|issue|bug|outage)\b/i,
    /\b(?:after|when|once|before|until|as soon as) (?:it|this|they) (?:was|were|had been|is|got) (?:first )?(?:identified|found|seen|noted)\b/i,
    /\bmonitoring (?:systems?|tools?|alerts?|dashboards?|software)\b/i,
    /\bit was found that\b|\b(?:opened|raised|filed) (?:a |an )?(?:support )?(?:ticket|issue)s?\b|\btickets? (?:was|were) (?:opened|raised|filed)\b/i,
    /\bnotif(?:ied|ies) (?:us |me )?(?:of |about )?(?:an? |the )?(?:\w{1,20} )?(?:outage|error|failure|problem|issue)s?\b/i,
    /\b(?:users?|customers?|clients?|visitors?|community members?|partners?|colleagues?) (?:\w{1,20} ){0,2}(?:notified|informed|told|alerted|contacted|notifies|informs|alerts|contacts) (?:us\b|(?:the|our) (?:[\w.-]{1,30} ){0,3}(?:team|support|helpdesk|maintainers?)\b)/i,
    /\bfirst (?:sign|occurr?ence|symptom|report|seen)\b/i,
    /\bencounter(?:ed|s) (?:the|this) (?:issue|problem|bug|outage|incident|failure)\b/i,
    new RegExp(
      `\\b(?:found|finds?|saw|sees?) (?:that )?(?:[\\w'’./-]{1,80} ){1,6}(?:is|was|are|were) ${failing}\\b`,
      'i',
    ),
    /\b(?:first|initial) (?:message|call|e-?mail|mention)s?\b|\b(?:received|got|receives|gets) (?:a |an |the |several |many |multiple |some |first )?(?:\w+ )?(?:reports?|e-?mails?|calls?|messages?|tickets?|notifications?|pages?)\b/i,
  ],
  detectionMethod: [
    /\b(?:alert|alarm|pager|pagerduty|notification)s?\b(?! (?:the|our|all)\b)/i,
    /\bmonitor(?:ing)? (?:systems?|tools?|software|dashboards?|services?|platform|team|script)\b|\bmonitoring\b.{0,40}\b(?:detect|trigger|show|report|flag|indicat|notif|reveal)\w{0,4}\b|\b(?:through|via|by|from|in) (?:\w+ ){0,3}monitoring\b/i,
    /\bdashboards?\b|\bhealth ?checks?\b|\bautomated (?:test|check|monitor|system|health)\w{0,6}\b|\buptime\b|\b(?:sentry|grafana|datadog|prometheus|nagios|zabbix|kibana|splunk|pingdom|uptimerobot|cloudwatch|opsgenie|alertmanager|new relic|crawler|statuscake|icinga|dynatrace|honeycomb|checkly|stackdriver)\b/i,
    new RegExp(`\\b${people}\\b[^.]{0,60}\\b${noticed}\\b`, 'i'),
    new RegExp(
      `\\b(?:complaints?|reports?|reported|tickets?|e-?mails?|messages?|notifications?|feedback|calls?|flagged|noticed|detected|discovered|identified|raised|disclosed)\\b[^.]{0,24}\\b(?:by|from|via|through|on)\\b[^.]{0,40}\\b${people}\\b`,
      'i',
    ),
    /^\W{0,8}(?:(?:we|i|the team|on-?call)(?: were| was| got)? )?(?:first )?(?:alerted|notified|informed|made aware|tipped off) (?:[\w-]{1,20} ){0,3}by\b/i,
    /\b(?:complaints?|complained)\b|\bsupport tickets?\b|\b(?:opened|raised|filed) (?:a |an )?(?:support )?tickets?\b/i,
    /\b(?:reported|raised|posted|post|message|thread|flagged) (?:\w+ ){0,3}(?:on|in|via|through|to) (?:\w+ ){0,2}(?:slack|github|twitter|discord|telegram|email|forum|social media|hackerone|zulip|channel|irc|teams|mattermost|issue tracker)\b/i,
    /\breports? (?:of|about|that|from)\b/i,
    /\b(?:received|got|receives|gets|after) (?:a |an |the |several |many |multiple |some |first )?(?:\w+ ){0,2}(?:reports?|e-?mails?|calls?|messages?|tickets?)\b/i,
    /\b(?:detected|noticed|discovered|spotted|observed|found)\b[^.]{0,40}\b(?:while|when|during|upon|through|via|using|thanks to|from|because)\b/i,
    /\b(?:reported|detected|noticed|discovered|spotted|flagged|raised|identified|caught|observed) (?:internally )?by (?:@[\w-]{1,40}|\p{L}{2,40})/iu,
    /(?:\b(?:we|i|he|she|they|someone|somebody|one of us)|@[\w-]{1,40}) (?:\w{1,20}ly |first |also |then )?(?:notic(?:ed|es?)|spotted|spots|discover(?:ed|s)?|detect(?:ed|s)|report(?:ed|s)|saw|sees|flagged|observed|raised|reali[sz]e[ds]?|became aware)\b/i,
    /\b\p{Lu}[\p{L}'’-]{1,30} (?:notic(?:ed|es)|spotted|spots|discover(?:ed|s)|detected|detects|reported|reports|saw|sees|flagged|flags|observed|raised|reali[sz]e[ds]) (?:that|the|a|an|some|our|this|it|how|why|errors?|on|in|to)\b/u,
    /\b(?:encounter(?:ed|s)|ran into|hit) (?:the|this) (?:issue|problem|bug|outage|incident|failure)\b/i,
  ],
  actions: [
    /\b(?:investigat|check|review|restart|reboot|rolled|roll(?:ing)? ?back|analy[sz]|examin|inspect|debug|diagnos|troubleshoot|attempt|tri(?:ed|es)\b|trying|look(?:ed|s|ing)? (?:at|into|for|through)|verif|test(?:ed|ing)|assum|suspect|hypothes|initiat|deploy|appl(?:ied|y)|disabl|enabl|updat|upgrad|chang|fix|patch|adjust|increas|scal|correct|configur|implement|kill|stopp|switch|revert|redirect|isolat|block|remov|start(?:ed|ing)|decid|focus|reach(?:ed)? out|work(?:ed|ing)? on|prepar|mitigat|revok|replac|rebuil[dt]|delet|clear(?:ed|ing)|drain|failed over|failover|moved|migrat|ran\b|found|identified|confirm|discover|determin|trac(?:ed|ing)|reset|re-?creat|re-?run|re-?deploy|respond)/i,
  ],
  misleading: [
    /\bmisle(?:ad|ads|ading|d)\b|\bred[- ]herrings?\b|\bdead[- ]ends?\b|\bwild[- ]goose\b|\brabbit[- ]holes?\b|\bfalse (?:lead|trail|path|positive|start|assumption)s?\b|\bwrong(?:ly)? (?:suspected|assumed|blamed|thought|attributed)\b|\bmisdiagnos\w{1,3}\b|\bsidetracked\b|\bmistook\b|\bdistract\w{2,3}\b/i,
    /\b(?:initial(?:ly)?|at first|first|early|originally)\b[^.]{0,70}\b(?:suspect\w{0,3}|suspicions?|assum\w{1,8}|believ\w{1,3}|thought|hypothes\w{1,4}|attribut\w{1,3}|focus\w{0,4}|blam\w{1,3}|pointed|theor\w{1,4}|misdiagnos\w{1,3}|mistaken|appear(?:ed|s)|seemed|looked like|explored|considered|dismissed)\b/i,
    /\b(?:suspect\w{0,3}|suspicions?|assum\w{1,8}|believ\w{1,3}|thought|hypothes\w{1,4}|theor\w{1,4}|focus\w{0,4})\b[^.]{0,50}\b(?:initially|at first|wrongly|incorrectly|mistakenly)\b/i,
    /\b(?:ruled|ruling|rules|rule) out\b|\b(?:ruled|ruling) [^.]{1,40} out\b|\b(?:wrong|incorrect|mistaken|erroneous|faulty) (?:path|direction|assumption|lead|track|hypothes[ie]s|diagnosis|conclusion|theory|turn|suspicion|fix|cause|place)s?\b/i,
    /\b(?:was|were|is) (?:not|n't) the (?:root |actual |real |main )?(?:cause|problem|issue|culprit|case)\b|\bwasn['’]?t the (?:root |actual |real |main )?(?:cause|problem|issue|culprit|case)\b|\bnot the (?:root|actual|real) cause\b|\bnot to be the (?:case|cause)\b|\b(?:verified|found|shown|confirmed) (?:to be )?(?:unrelated|not related|irrelevant)\b/i,
    /\bturn(?:ed|s) out (?:to be|that|not)\b[^.]{0,40}\b(?:false|wrong|unrelated|incorrect|not|untrue|misguided|fine|healthy|ok|normal)\b|\bturn(?:ed|s) out not\b|\bproved (?:to be )?(?:false|wrong|unrelated|incorrect|fruitless|unsuccessful)\b/i,
    /\bdivert(?:ed|ing)\b[^.]{0,30}\b(?:attention|focus|effort|resource|time)\b|\b(?:wasted|lost)\b[^.]{0,20}\btime\b|\bunrelated (?:issue|problem|change|area|component)s?\b/i,
    new RegExp(`\\b${suspicion}\\b[^.]{0,100}\\b(?:but|however|yet|though|only to)\\b`, 'i'),
    // "A suspected attacker" is a person, and "as suspected" was right.
    /(?<!\b(?:an?|the|any|as|was|were|if we|if you|should) )\b(?:suspect(?:s|ed|ing)?|hypothesi[sz]ed|theori[sz]ed|speculated|assumed|presumed|blamed)\b(?! (?:attackers?|accounts?|role|control|responsibility))/i,
    /\bthought (?:that )?(?:it|this|the|they|we|a|an|our)\b/i,
    /\b(?:assumption|hypothesis|theory|suspicion|lead|idea|possibility|approach|avenue)s?\b[^.]{0,40}\b(?:discarded|dismissed|rejected|abandoned|excluded|disprov\w{1,3}|eliminated|refuted|invalidated|incorrect|wrong|false|dropped)\b/i,
    /\bdismissed as\b/i,
    /\b(?:danced|flirted|played|toyed) with the (?:idea|notion|possibility|theory|thought)\b|\bbriefly (?:blamed|considered|entertained|pursued|thought|wondered)\b|\b(?:first|initial) (?:guess|idea|thought|instinct)\b/i,
    /\b(?:it|that|this|they) (?:was|were)(?: not|n['’]t)\W{0,3}$/i,
    /\b(?:no|without) (?:significant |major |abnormal |obvious |external |clear |conclusive )?(?:anomal(?:y|ies)|evidence|abnormal(?:ities)?|malicious)\b/i,
    /\b(?:no|nothing|not|n['’]t)\b[^.]{0,25}\b(?:useful|helpful|conclusive)\b|\bto no avail\b|\bin vain\b|\b(?:no|without|little) (?:\w+ )?(?:effect|success|improvement)\b|\bmade no difference\b/i,
    /\bdid ?(?:not|n['’]t) (?:seem to |appear to |actually |immediately )?(?:help|fix|solve|resolve|change anything|have (?:any|an|the desired) effect|improve)\b|\b(?:this|that|it|which|restart\w{0,3}|rollback|attempt|change|fix|upgrade|reboot\w{0,3}|workaround)\b[^.]{0,20}\bdid ?(?:not|n['’]t) work\b/i,
    /\b(?:attempts?|attempted|tried|restart\w{0,3}|rollback|rolling back|fix|reboot\w{0,3}|redeploy\w{0,3}|mitigation|workaround)\b[^.]{0,60}\b(?:unsuccessful\w{0,2}|failed|fails|fruitless|did not|didn['’]t|was not enough|insufficient|persist\w{0,3})\b|\b(?:problem|issue|errors?|outage)s?\b[^.]{0,20}\b(?:persist(?:ed|s)|remained|came back|re-?appeared)\b/i,
  ],
  escalation: [
    /\bescalat(?:ed|ion|ions|ing|e|es)\b/i,
    /\bassigned (?:to )?(?:the |a |an |our )?(?:\w+ ){0,3}(?:team|engineers?|specialists?|experts?)\b/i,
    /\b(?:reports?|reported|emails?|emailed|messages|messaged|pings|pinged|sends (?:an )?e-?mail|sent (?:an )?e-?mail|approval from|advice from)(?: to)? (?:\p{Lu}{2,3}|@[\w-]{2,40})\b(?! (?:alerts?|alarms?|errors?|logs?|metrics?|api|server|records?))/u,
    /\breach(?:ed|es|ing)? out to\b|\bhand(?:ed|s|ing) (?:it |this |the \w+ )?(?:over|off) to\b|\b(?:brought|call(?:ed|ing)?|looped|pulled|drafted|roped) in\b|\b(?:brings?|brought|loop(?:ed|s)|rop(?:ed|es)|pull(?:ed|s)) (?:the |our |an? )?(?!from\b)[\w@-]{2,30} (?:team |engineers? |experts? )?in\b|\bin(?:volv|clud)(?:ed|ing) the [\w -]{2,40}\b(?:team|engineers?|admins?|administrators?)\b/i,
    new RegExp(
      `\\b(?:alert|notif|inform|contact|engag|pag|consult|summon|request|mobili[sz]|invit|ping|messag|e-?mail|involv|ask)(?:ed|ied|ing|oned|ged|es|ies|s)\\b(?: by)?(?: the| our| a| an| senior| with)? [\\w /&'’-]{0,40}\\b${team}\\b`,
      'i',
    ),
    /\b(?:team|engineers?|experts?|specialists?|dba|dbas|administrators?|support|developers?|vendor|provider|on-?call|manager|lead)\b (?:was|were|is|are|got|has been|had been)? ?(?:also |then |immediately )?(?:engaged|involved|paged|contacted|called|summoned|consulted|notified|informed|alerted|brought in|assigned|pinged)\b/i,
    new RegExp(
      `\\b(?:assigned|passed|referred|forwarded|transferred|delegated|taken|reported|submitted|sent|emailed|handed|forwards|passes|raised|ticket|case)\\b (?:on |it |over |(?:the|this|that|a|an) (?:\\w{1,30} ){1,3})?(?:with|to) (?:the |our |a )?[^,;:]{0,30}\\b${team}\\b`,
      'i',
    ),
    /\b(?:handled|taken over|picked up) by\b|\bsummon(?:ed|ing|s)\b|\bchain of command\b|\bjoin(?:s|ed) (?:the|to|us|in)\b[^.]{0,30}\b(?:call|huddle|bridge|war room|channel|incident|help|investigation|debug\w{0,4}|effort)\b|\bwar room\b/i,
    /\b(?:[Pp]ag(?:ed|es)|[Pp]ing(?:ed|s)|[Cc]all(?:ed|s)|[Cc]ontact(?:ed|s)|[Nn]otif(?:ied|ies)|[Mm]essag(?:ed|es)|[Tt]agg?(?:ed|s)|[Aa]lert(?:ed|s)|[Aa]sk(?:ed|s)) (?:in )?(?:@[\w-]|\p{Lu}[\p{L}'’-]{1,30}(?= (?:on|in|via|to|for|and|about|who|from)\b|[,.;]|$))/u,
    /\b(?:support (?:ticket|case|request)|ticket|case) (?:was |is |has been )?(?:opened|raised|filed|created|submitted) (?:with|at|to)\b|\b(?:opened|raised|filed|created|submitted) (?:a |an )?(?:[\w-]{1,40} ){0,2}(?:ticket|case|request) (?:with|at|to)\b/i,
    /\b(?:notified|notifies|informed|contacted|alerted|contacts|alerts|informs)$|\b(?:requested|asked)\b[^.]{0,60}\bfrom \p{Lu}/u,
  ],
  notEscalation: [
    /\bescalat\w{1,4} (?:quickly|rapidly|further|into)\b|\b(?:privileges?|errors?|costs?|latency|load|problem|situation|issue) (?:\w+ )?escalat(?:ed|ing)\b(?! to\b)|\bprivilege escalation\b|\bescalation (?:process|procedure|polic|path|protocol|plan)\w{0,4}\b/i,
  ],
  resolution: [
    /\bresolv(?:ed|es|ing|e)\b|\bresolution\b|\brestor(?:ed|es|ing|ation|e)\b|\brecover(?:ed|s|y|ing)\b/i,
    /\bfix(?:ed|es|ing)?\b|\brepair(?:ed|s)?\b|\bpatched\b|\bmitigat(?:ed|ion)\b|\brectified\b|\bremediat(?:ed|ion)\b/i,
    /\bback (?:to normal|online|up|in service|to work)\b|\breturn(?:ed|s|ing)? (?:back )?to normal\b|\bnormal (?:operation|service|functionality)\b|\b(?:running|working|operational|operating|functioning|loading|serving|works?|worked|runs?|available|accessible) (?:\w+ )?(?:normally|properly|again|fine|well|smoothly|correctly|as expected)\b/i,
    /\b(?:outage|incident) (?:ends|ended|over|closed)\b|\bend of outage\b|\brolled back\b|\brollback (?:completed|successful)\b|\bstabili[sz]ed\b|\bsuccessfully (?:deploy|restart|connect|start|implement|appl)\w{0,4}\b|\b(?:released?|deployed|upgrade[ds]?)\b[^.]{0,40}\b(?:fix|patch|version|limits|hotfix)\b/i,
    /\bservices? (?:is|are|was|were) (?:\w+ )?(?:up|available|accessible)\b|\bsolved\b|\bcorrected\b|\brevoked\b|\brevert(?:ed|s)\b|\b(?:is|are|was|were) (?:all )?(?:green|healthy|live|stable)\b|\ball[- ]clear\b/i,
    /\b(?:is|was|are|were) now (?!failing|down|returning|experiencing|showing|unable|not)(?:\w+ing|up|live|available|healthy|accessible|reachable)\b|\breplied normally\b|\bready to serve\b|\b200 (?:ok\b|a-ok)/i,
  ],
  notResolution: [
    /\b(?:almost|nearly) (?:recover|restor|resolv|fix)/i,
    /\b(?:not|n['’]t|without|unable to|failed to|failing to|trying to|tried to|attempt\w{0,3} to|to help|fails? to|no|potential|temporary|partial(?:ly)?) (?:\w+ )?(?:resolv|restor|recover|fix|mitigat|repair)\w{0,4}\b|\bto (?:resolve|fix|restore|recover|mitigate|solve)\b/i,
  ],
}
