import { essentialPhrases } from './englishEssentials.ts'
import { guides } from './englishGuides.ts'
import { phrases } from './englishPhrases.ts'
import { profilePhrases } from './englishProfile.ts'
import { taskPhrases } from './englishTasks.ts'
import { titlePatterns } from './englishTitlePatterns.ts'
import { titles } from './englishTitles.ts'
import type { Vocabulary } from './vocabulary.ts'

export const english: Vocabulary = {
  titles,
  patterns: titlePatterns,
  fillers: [
    'the',
    'a',
    'an',
    'of',
    'our',
    'this',
    'these',
    'that',
    'in',
    'for',
    'to',
    'on',
    'and',
    'issue',
    'issues',
    'incident',
    'incidents',
    'outage',
    'event',
    'events',
    'problem',
    'detailed',
    'details',
    'detail',
    'brief',
    'full',
    'complete',
    'overall',
    'general',
    'explanation',
    'explained',
    'report',
    'postmortem',
    'technical',
    'short',
    'high',
    'level',
    'final',
    'analysis',
    'service',
    'system',
    'quick',
    'section',
    'identification',
  ],
  kindsOfMeasures: ['measure', 'measures', 'action', 'actions', 'steps', 'methods', 'plan', 'plans'],
  spellings: [
    ['preventive', 'preventative'],
    ['preventitive', 'preventative'],
    ['learnt', 'learned'],
    ['post mortem', 'postmortem'],
    ['time line', 'timeline'],
    ['follow-up', 'follow up'],
    ['we re', 'we are'],
    ['were doing', 'we are doing'],
    ['to-do', 'to do'],
    ['lead-up', 'lead up'],
    ['percent', 'percent'],
    ['root-cause', 'root cause'],
    ['rootcause', 'root cause'],
  ],
  soundalikes: [['route cause', 'root cause']],
  joiners: /[,/&+]|\band\b|\bor\b/,
  postmortem:
    /\bpost[-\s\u2010-\u2015]?mort[ea](?:r?m)s?\b|\b(?:post[-\s\u2010-\u2015]?)?(?:incident|outage|crisis) (?:and \w+ )?(?:report|review|disclosure|analysis|retro|retrospective|debrief|post[-\s\u2010-\u2015]?mortem)s?\b|\b(?:retro|retrospective)s? (?:of|on|for) (?:the |an? |our )?(?:\w+ ){0,4}(?:incident|outage|downtime)\b|\b(?:security|vulnerability) disclosure\b|\bincident on \d|\broot[-\s]cause[-\s]analys[ie]s\b|\bcorrections? of errors?\b|\bafter[-\s]action (?:report|review)s?\b|\b(?:rapport|compte[-\s]rendu)s? d['’]incidents?\b|\b(?:informe|relat[óo]rio|reporte)s? de(?:l| un)? incidentes?\b|\b(?:ausfall|incident-?|störungs|vorfalls?)bericht\b|(?:事故|故障|事件)(?:复盘|复盘报告|报告|分析报告)|复盘报告|(?:インシデント|障害|事故)(?:報告書?|レポート)|ポストモーテム|постмортем|отч[её]т об? инциденте|разбор инцидента|^(?:rca|coe|pir)\b|\b(?:rca|coe|pir)$/i,
  titleWeights: [
    [/\broot causes?\b.{0,200}\b(?:resolution|recovery|mitigation|fix|solution)\b/, 4],
    [/\broot causes?\b|\b(?:five|5) whys\b|\brca\b/, 2],
    [/\btimeline\b|\bchronology\b|\b(?:sequence|chain) of events\b|\bkey events\b/, 2],
    [/\bcorrective\b|\bpreventative (?:measures|actions)\b/, 2],
    [/\bcontributing factors?\b/, 2],
    [
      /\b(?:issue|incident|outage|executive) (?:summary|overview|description)\b|\bsummary of (?:the )?(?:incident|outage|issue)\b/,
      2,
    ],
    [
      /\baction items?\b|\breview actions\b|\blessons learned\b|\bgot lucky\b|\bwhat went (?:well|wrong|poorly|badly)\b|\bfollow ups?\b|^what happens$|^why (?:(?:it|this) happen(?:s|ed)|did (?:it|this) happen)$|^how (?:did we|we|was it|it was) (?:fix|fixed|resolve|resolved|mitigated?)(?: it| this)?$|^(?:causes|fixes)$|^what (?:is|was) (?:being )?done to prevent\b/,
      1,
    ],
    [
      /^(?:impact|resolution|mitigation|recovery|(?:resolution|mitigation) and (?:recovery|resolution)|recovery process|detection|trigger|summary|what happened|duration|escalation|customer impact|what was impacted|total downtime)$|\btime to (?:repair|resolve|detect|detection|recovery)\b/,
      1,
    ],
  ],
  aboutPostmortems: {
    before:
      /\b(?:how (?:to|we)|guides? (?:to|for|on)|writing|running|conducting|^(?:conduct|write|run|hold|create|prepare|perform|schedule)|what (?:is|are)|introduction to|learning from|(?:lists?|collections?|library|index|examples?) of|blameless culture|^why|^(?:comment|c[óo]mo|wie)\b|^(?:when to|skip)(?: (?:write|create|hold|run|skip)(?: an?)?)?$)\b|如何|怎么|^как(?= )/i,
    after:
      /\b(?:guides?|guidelines|practices|definition|philosophy|structure|framework|principles|process(?:es)?|procedures?|culture|polic(?:y|ies)|best practices?|library|collection|index|handbook|playbook|runbook|checklist|training|faq|archive|introduction|workflow|lifecycle|skill|matters?)$|^の?(?:模板|模版|テンプレート|雛形|書き方|指南|规范|流程|手順|ガイド)/i,
    model:
      /\b(?:examples?|samples?|templates?|tools?|tooling|support|working group|metadata|diagnostics|generator|action|plugin|extension|linter|bot|api|debugging|debugger|specification|rules|database|repository)$/i,
  },
  guides,
  otherDocument:
    /^(?:install(?:ation|ing)?(?: .{1,30})?|usage|getting started|quick ?start|licen[cs]e|settings|configuration|commands|features|api(?: reference)?|options|development|changelog|release notes|unreleased|motivation|proposal|non goals|goals and non goals|drawbacks|alternatives|rationale(?: and alternatives)?|unresolved questions|prior art|future possibilities|guide level explanation|reference level explanation|design|implementation history|graduation criteria|what (?:was|we|i) built(?: .{1,60})?|what .{1,40} was (?:supposed|meant) to be|what replace[sd] .{1,40}|alternatives considered|decision|self assessments?|360 reviews?(?: .{1,30})?|time spent(?: .{1,30})?|accepted (?:tech|technical) debt|tech stack|why the project failed(?: .{1,40})?)$/,
  otherTitle:
    /^(?:[\p{L}\p{N}&/'’-]{1,30} ){1,6}(?:guides?|handbook|runbooks?|playbooks?|polic(?:y|ies)|manual|tutorial|checklist|cheat ?sheet|roadmap|specification)$/iu,
  meetingTitle:
    /^(?:[\p{L}\p{N}&/'’-]{1,30} ){0,4}(?:meeting|stand-?up|sync) (?:notes|minutes|agenda)(?=\W{0,4}$|\W{1,3}\d|\s?[:–—,(|-]| (?:of|for|from|on)\b)|^(?:meeting )?(?:minutes|notes|agenda)(?: (?:of|from|for)|\s?[:–—-]) (?:[\p{L}\p{N}&/'’-]{1,30} ){0,4}(?:meeting|\d{4}-\d{2}-\d{2})\b/iu,
  groupMeeting: /\b(?:wg|working group|sig|committee|council|chapter)\b.{0,20}\b(?:notes|minutes|agenda)\b/i,
  research: /^proofs? of concept\b|^poc$|^reproducing the (?:bug|vulnerability)$/,
  unfilled:
    /^[\W_]{0,4}no (?:comments?|content|notes|details|information|description)(?: (?:were |was |has been |have been )?(?:added|provided|entered|yet|available)){1,2}[\W_]{0,4}$/i,
  templateFile:
    /(?:^|\/|\/\d{1,5}[-_ ]|(?:blameless|incident|outage|mortem|rca|report|review|retro|retrospective)[-_ ]{0,3})_?template(?:[-_ ]?(?:incident|post-?mortem|report|review)){0,2}\.[a-z]{1,10}$|(?:^|\/)(?:issue_template|_?templates?|[a-z]{1,20}[-_]templates|archetypes)\/|(?:^|\/)skill\.md$/i,
  otherFile:
    /(?:^|\/)(?:runbooks?|playbooks?|rfcs?|proposals|decisions|adrs?|\.[a-z][\w-]{1,30})\/|(?:^|\/)(?:change-?log|changes|history|releases?|contributing|code[-_]of[-_]conduct|licen[cs]e|security|architecture|style)\.[a-z]{1,10}$/i,
  reportFile:
    /(?:^|\/)(?:post-?mortems?|incidents?(?:[-_](?:reports?|reviews?|analys[ei]s|history))?|outages?|retros?|retrospectives?|rcas?|coes?|pirs?|disclosures?)\/|post-?mortem|(?:^|[-_./\d ])(?:incident|outage|rca|retro)(?:[-_.\d ]|$)/i,
  filedReport:
    /(?:^|\/)(?:post-?mortems?|incident[-_](?:reports?|reviews?)|rcas?)\/(?:[\w-]{1,40}\/)?(?:[a-z]{1,4}-)?(?:\d{3,4}[-_]|\d{4}-\d{2})[^/]{1,200}$/i,
  incidentTitle:
    /\b(?:incidents?|outages?|downtime|disruptions?|degradations?|degraded|unavailab(?:le|ility)|unreachable|unresponsive|inaccessible|crash(?:ed|es)?|down|offline|halt(?:ed)?|failures?|breach(?:ed)?|meltdown|blackout|evictions?|data loss|exploit(?:ed)?|attack(?:ed)?|compromised?)\b/i,
  concluded:
    /\b(?:project|experiment|game|feature|mode|product|prototype)(?: (?:was|is|has been|(?:has )?failed and(?: was)?))? (?:concluded|retired|withdrawn|abandoned|cancell?ed|archived|shelved|discontinued)\b|\b(?:retired|withdrawn|abandoned|cancell?ed|shelved|discontinued) (?:project|experiment|game|feature|product|prototype)\b|^\W{0,4}archived\W{1,6}\d{4}-/i,
  projectTitle:
    /\b(?:project|game|(?:game )?jam|sprint|epic|milestone|iteration|semester|hackathon|summit|conference|workshop)(?: \d{1,4})? (?:post[- ]?mortem|retro|retrospective)s?\b|\b(?:implementation|roll-?out|adoption) plan\W{0,4}$/i,
  outageTitle: /\b(?:outages?|incident|downtime|disruption)\b/i,
  inGeneral:
    /\b(?:a|each|every|any|all|good|great|effective|blameless|write|writing|written|for|of|the purpose of) (?:\w+ )?(?:post-?mortems?|incident (?:reports?|reviews?)|retrospectives?)\b(?! (?:report )?(?:for|of|on|about)\b)|\b(?:post-?mortems|retrospectives|incident (?:reports|reviews)) (?:are|should|can|must|help)\b/i,
  defect:
    /^[^\p{L}]{0,8}(?:(?:bug|defect|failure(?: mode)?|fault|finding|flaw|issue|problem|vulnerability) (?:#|no\.? )?(?:\d{1,2}|[a-d])|(?:the |our )?(?:actual |underlying |original )?(?:bug|defect|fault|flaw|race condition|vulnerability))(?=\s?[:—–.(-]|\W*$)/iu,
  incident:
    /\b(?:incident|outage|downtime|disruption|degrad\w{1,8}|unavailab\w{1,6}|unreachable|inaccessible|unresponsive|offline|crash\w{0,4}|down|halt|failure|breach|post-?mortem|meltdown|blackout|vulnerabilit\w{1,4}|exploit\w{0,4}|attack|panne|incidente|interrupci[óo]n|(?:ausfall|störung|vorfall)\w{0,12})\b/i,
  assignment: {
    wanted:
      /\bstart and end times? \(including\b|\b400 (?:to|and|-) 600 words\b|^\W{0,6}(?:list the (?:duration|time ?zone)|state the impact|close with (?:the )?root cause|short summary \(\d)\b|\b(?:which|what) (?:teams?|team\/individuals)\b.{0,40}\bescalated to\b|\bmisleading (?:investigation|debugging|paths)\b.{0,40}\btaken\b|\bpercentage of (?:affected users|users affected)\b|^\W{0,6}(?:when|how) (?:and (?:when|how) )?(?:the|was the) (?:issue|incident) was (?:detected|resolved)\b/i,
    demand: /\b(?:must|should) (?:contain|include|have)\b/i,
    clause: /^\W{0,4}(?:to|in order to|so that|for|if|when|because|since)\b/i,
    heading:
      /^(?:background context|requirements|learning objectives|read or watch|my first postmortem|more info)$/i,
    sentence:
      /\bbetween 400 (?:to|and) 600 words\b|\bwrite a postmortem\b|\bexplain in detail (?:what|how)\b|(?:^|[.!?] )a post-?mortem is (?:an?|the)\b/i,
  },
  phrases,
  tasks: taskPhrases,
  essentials: essentialPhrases,
  profile: profilePhrases,
}
