import type { Vocabulary } from './vocabulary.ts'

/**
 * English titles by the words that decide what they name: the question that the title asks, or its noun. The
 * title is normalised and has at most twelve words. Most patterns are tied to one end of the title, because a
 * word in the middle says little. The first pattern that matches counts.
 */

const incident =
  '(?:incident|outage|issue|problem|failure|disruption|downtime|degradation|breach|bug|error|crash|halt|site|website|service|server|system|database|app|application|network|cluster)s?'
const thing = `(?:it|this|that|things|(?:the|our|this) (?:[a-z]+ )?${incident})`
const broke = '(?:happen|occur|fail|broke|break|broken|went|go|down|crash|stop|died)'
const repaired =
  '(?:fix|fixed|resolve|resolved|solve|solved|repaired|mitigate|mitigated|recover|recovered|restore|restored)'
const noticed = '(?:detect|detected|notice|noticed|discover|discovered|found|find out)'
/** What is not asked about the incident itself but about how it was handled. */
const handled =
  '(?!.*\\b(?:not|didnt|wasnt|werent|detect|detected|notice|noticed|caught|matters?|important|take|took|long)\\b)'

export const titlePatterns: Vocabulary['patterns'] = [
  [/\b(?:remediations?|countermeasures)$/, 'corrective'],
  [/\bremediation (?:plans?|steps|measures|items|work)\b/, 'corrective'],
  [/^(?:actions?|measures|improvements|fixes) (?:in progress|under way|underway)\b/, 'actions'],
  [/\b(?:action items|follow ups?)$/, 'actions'],
  [
    /\broot causes?\b.{0,200}\b(?:resolution|recovery|fix|solution|mitigation)\b/,
    'root-cause-and-resolution',
  ],
  [/\broot causes?\b/, 'root-cause'],
  [/^(?:the )?(?:origins?|causes?|reasons?) (?:of|for|behind)\b/, 'root-cause'],
  [new RegExp(`^why ${handled}(?:(?:did|does|was|were|is) )?${thing}(?: [a-z]+)? ${broke}`), 'root-cause'],
  [new RegExp(`^(?:${incident} )?${incident} (?:origin|causes?)$`), 'root-cause'],
  [/^what (?:caused|triggered|led to|was the (?:cause|reason))\b/, 'root-cause'],
  [/^(?:corrective|preventative)\b|\b(?:corrective|preventative) (?:measures|actions|steps)\b/, 'corrective'],
  [/^(?:measures|steps|actions)\b.*\b(?:prevent|avoid|future|recur)/, 'corrective'],
  [/^how (?:to|we|can we|will we|do we|are we) .*\b(?:prevent|avoid)/, 'corrective'],
  [/^(?!can|could|will).*\bhappen(?:s|ing)? again$/, 'corrective'],
  [/^(?:preventing|avoiding|prevention)\b|\bprevention$/, 'corrective'],
  [/^(?:how|what) (?:will|are|can|should) we (?:do|doing|change|changing|improve|improving)\b/, 'corrective'],
  [
    /^what (?:we are|we will|we plan to|we are going to|is being|will be) (?:do|doing|done|change|changing|changed|improve|improved)\b/,
    'corrective',
  ],
  [/^what (?:(?:happens|comes|is) )?next\b|^whats next\b|\bnext steps$/, 'corrective'],
  [
    /^(?:next|further|future|remaining|(?:long|longer|medium|mid|near|short|shorter) term|planned|recommended|suggested) (?:[a-z]+ )?(?:steps|measures|work|actions|improvements|fixes|plans|changes)\b/,
    'corrective',
  ],
  [/\b(?:timeline|chronology)\b|\b(?:sequence|chain|order|course) of events\b/, 'timeline'],
  [/^what happened when\b|^when (?:did )?what happened\b|^(?:blow by blow|play by play)\b/, 'timeline'],
  [new RegExp(`^how ${thing} (?:unfolded|evolved|developed)\\b`), 'timeline'],
  [
    /^(?:issue|incident|outage|problem|executive|management|high level) (?:summary|overview|description|synopsis|abstract|recap)\b|^summary of\b/,
    'summary',
  ],
  [/^what (?:was|is) the (?:problem|issue)$|^(?:problem|issue) (?:definition|statement)$/, 'summary'],
  [/\bat a glance$|^in (?:short|brief|a nutshell)$|^the short version$|^tl ?dr\b/, 'summary'],
  [/\blessons\b.{0,200}\blearned\b|^what (?:did we|we|we have|have we) learn(?:ed)?\b/, 'lessons'],
  [/^(?:action items|tasks|follow ups?)\b/, 'actions'],
  [/^(?:review|open|outstanding|remediation|follow on|post incident) (?:actions|tasks)$/, 'actions'],
  [/^improvements\b|\bimprovements$/, 'improvements'],
  [/^contributing\b/, 'contributing'],
  [/^(?:impact|customer impact|user impact) (?:of|on)\b/, 'impact'],
  [/^(?:who|what|which [a-z]+) (?:was|were) (?:affected|impacted)\b/, 'impact'],
  [/^resolution\b/, 'resolution'],
  [
    new RegExp(
      `^how (?!.*\\b(?:will|can|could|should)\\b)(?:(?:was|did) )?(?:we|${thing}) (?:.*\\b)?${repaired}\\b`,
    ),
    'resolution',
  ],
  [
    /^what (?:we did|did we do|was done) to (?:fix|resolve|solve|recover|restore|mitigate)\b|^what fixed\b/,
    'resolution',
  ],
  [
    new RegExp(
      `^(?:fixing|resolving|mitigating|restoring|recovering(?: from)?) (?:it|service|(?:the|this|our) ${incident})$`,
    ),
    'resolution',
  ],
  [
    /^(?:fix|mitigation|recovery|restoration|solution|workaround) (?:steps|process|actions|taken|applied|summary|details)\b|^(?:the |our |quick |immediate |temporary |final |permanent )?(?:fix(?:es)?|remedy|workaround)$/,
    'resolution',
  ],
  [/^detection\b/, 'detection'],
  [new RegExp(`^how (?:(?:was|did) )?(?:we|${thing}) (?:.*\\b)?${noticed}\\b`), 'detection'],
  [/^closing (?:notes|words|remarks|thoughts)\b|^summ(?:ation|ing up)\b/, 'conclusion'],
]
