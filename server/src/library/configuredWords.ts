import type { ProfileValue } from '../postmortem/fields/profile.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Incident, Known } from './incident.ts'

/** The words by which a team files its reports. */
export interface Words {
  readonly services?: readonly string[] | undefined
  readonly triggers?: readonly string[] | undefined
  readonly causes?: readonly string[] | undefined
}

/**
 * What the front matter or a label states. Where it states nothing, the words of the team are looked for in the
 * sentences about the trigger, the cause and the impact; what they seem to say is only assumed. A team without words
 * of its own has those that its labels give.
 */
export function readConfiguredWords(
  { profile, statements, title }: Report,
  words: Words,
  toKnown: (value: ProfileValue) => Known<string> | null,
): Pick<Incident, 'services' | 'trigger' | 'causes'> {
  const passagesOf = (subject: 'impact' | 'cause') =>
    statements.filter((each) => each.subject === subject).flatMap(({ passages }) => passages)
  const known = (values: readonly ProfileValue[]) => values.flatMap((each) => toKnown(each) ?? [])
  const { trigger } = profile
  const triggers =
    trigger === null
      ? []
      : trigger.source === 'frontMatter' || (words.triggers === undefined && isWord(trigger.text))
        ? [trigger]
        : findWords(words.triggers, [trigger])
  return {
    services: known(
      profile.services.length > 0
        ? profile.services
        : findWords(words.services, [...(title === null ? [] : [title]), ...passagesOf('impact')]),
    ),
    trigger: known(triggers)[0] ?? null,
    causes: known(profile.causes.length > 0 ? profile.causes : findWords(words.causes, passagesOf('cause'))),
  }
}

/** True for "deploy" and "certificate expiry", and false for a sentence. */
function isWord(text: string): boolean {
  return /^\p{L}[\p{L}\p{N}/_-]{1,20}(?: [\p{L}\p{N}/_-]{1,20}){0,2}$/u.test(text)
}

function findWords(
  words: readonly string[] | undefined = [],
  passages: readonly Passage[],
): readonly ProfileValue[] {
  return words.flatMap((word): ProfileValue[] => {
    const pattern = patternOf(word)
    const found = passages.find(({ text }) => pattern.test(text))
    return found === undefined ? [] : [{ ...found, text: word, source: 'text' }]
  })
}

/** `config-change` is found in "a config change"; a word within another word is not. */
function patternOf(word: string): RegExp {
  const parts = word.split(/[\s_-]+/).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[\\s_-]')}(?![\\p{L}\\p{N}])`, 'iu')
}
