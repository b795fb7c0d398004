import { quote } from '../../messages/quote.ts'
import { joinSentences, joinWithOr, sentence } from '../../messages/sentence.ts'
import { type ConfigNode, findNode, type ScalarNode } from '../configNode.ts'
import { findNearest } from '../didYouMean.ts'
import { type Problem, type Range, warning } from '../problem.ts'
import type { TeamConfiguration } from '../teamConfiguration.ts'

/** A value in the front matter, with its range in the document. */
export interface StatedValue extends Range {
  readonly text: string
  readonly source: 'frontMatter'
}

/** What the front matter files the report under. What it does not state is absent. */
export type StatedProfile = Partial<
  Readonly<Record<(typeof singleKeys)[number], StatedValue>> &
    Readonly<Record<(typeof listKeys)[number], readonly StatedValue[]>> & { readonly isNearMiss: boolean }
>

const singleKeys = ['id', 'status', 'severity', 'trigger'] as const
const listKeys = ['services', 'causes', 'related', 'reviewers'] as const

export const noProfile: StatedProfile = {}

/** Keys below `postmortem:` win over those at the top level, which other programs may use for other things. */
export function readProfile(
  root: ConfigNode | null,
  own: ConfigNode | null,
  text: string,
  start: number,
): StatedProfile {
  const profile: Record<string, unknown> = {}
  const nodeOf = (key: string) => findNode(own, [key]) ?? findNode(root, [key])
  const toValue = (node: Range, words = text.slice(node.start, node.end)): StatedValue => ({
    text: words.trim(),
    start: start + node.start,
    end: start + node.end,
    source: 'frontMatter',
  })
  for (const key of singleKeys) {
    const node = nodeOf(key)
    if (isStated(node)) profile[key] = toValue(node)
  }
  for (const key of listKeys) {
    const node = nodeOf(key)
    const items = node?.kind === 'list' ? node.items.filter(isStated) : []
    const parts = isStated(node) ? splitWords(node, text) : items
    if (parts.length > 0) profile[key] = parts.map((part) => toValue(part))
  }
  const nearMiss = nodeOf('near-miss')
  if (nearMiss?.kind === 'scalar' && nearMiss.value === true) profile.isNearMiss = true
  return profile
}

function isStated(node: ConfigNode | null): node is ScalarNode {
  return node?.kind === 'scalar' && node.value !== null && node.value !== ''
}

/** `services: checkout, search` is one text in YAML, but a list to its author. */
function splitWords({ start, end }: Range, text: string): readonly Range[] {
  return Array.from(text.slice(start, end).matchAll(/[^\s,][^,]*/g), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].trimEnd().length,
  }))
}

/** The words that are none of those that the team has agreed on. A team that lists none agrees to all. */
export function findUnknownWords(
  { services = [], trigger, causes = [] }: StatedProfile,
  vocabulary: TeamConfiguration['vocabulary'],
): readonly Problem[] {
  return [
    ...services.flatMap((each) => checkWord(each, vocabulary.services)),
    ...(trigger === undefined ? [] : checkWord(trigger, vocabulary.triggers)),
    ...causes.flatMap((each) => checkWord(each, vocabulary.causes)),
  ]
}

/** More words than this would fill the message. */
const maxListed = 8

function checkWord(
  { text, start, end }: StatedValue,
  known: readonly string[] | undefined,
): readonly Problem[] {
  if (known === undefined || known.some((word) => word.toLowerCase() === text.toLowerCase())) return []
  const nearest = findNearest(text, known)
  const advice =
    nearest !== null
      ? sentence`Did you mean ${quote(nearest)}?`
      : known.length > 0 && known.length <= maxListed
        ? sentence`Write ${joinWithOr(known.map(quote))}.`
        : sentence`Use one of them, or add it there.`
  const mistake = sentence`${quote(text)} is not among the words of the team in the configuration.`
  return [warning({ start, end }, joinSentences(mistake, advice), nearest)]
}
