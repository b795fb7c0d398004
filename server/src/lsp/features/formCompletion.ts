import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { configurationSchema, frontMatterForm } from '../../config/configurationSchema.ts'
import { toSchemaNode } from '../../config/schemaKinds.ts'
import { describeKey, type Suggestion, suggest, type Words } from '../../config/suggestions.ts'
import { usualZones } from '../../features/completion/zones.ts'
import { sentenceOf } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import type { Stage } from '../../postmortem/vocabulary/vocabulary.ts'
import { rules } from '../../rules/index.ts'
import { type Positions, toRange } from '../positions.ts'

const configurationNode = toSchemaNode(configurationSchema(rules))
const frontMatterNode = toSchemaNode(frontMatterForm(rules))

export const usualSeverities: readonly string[] = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']

/** Where the writer is in the document. */
interface Cursor {
  readonly offset: number
  readonly positions: Positions
}

/** Completes keys and values in a YAML configuration file. */
export function completeConfiguration(text: string, cursor: Cursor, translate: Translate): CompletionItem[] {
  const words: Words = { defaultTimeZone: usualZones, templatesBySeverity: usualSeverities }
  return suggest(configurationNode, words, text, cursor.offset).map((each) => toItem(each, cursor, translate))
}

/** The words that a team may write as values. */
interface NamedWords {
  readonly templates: readonly string[]
  readonly severities: readonly string[]
  readonly services: readonly string[]
  readonly triggers: readonly string[]
  readonly causes: readonly string[]
}

const stages: readonly string[] = ['draft', 'review', 'published'] satisfies readonly Stage[]

/** What a key in a report's front matter is for; null for the keys of other programs. */
export function explainFrontMatterKey(text: string, offset: number): ReturnType<typeof describeKey> {
  return describeKey(frontMatterNode, text, offset)
}

/** Completes the keys and values of a report's front matter that the checks read. */
export function completeFrontMatter(
  { text, start }: { readonly text: string; readonly start: number },
  cursor: Cursor,
  translate: Translate,
  named: NamedWords,
): CompletionItem[] {
  const words: Words = {
    severity: named.severities,
    status: stages,
    services: named.services,
    trigger: named.triggers,
    causes: named.causes,
    template: named.templates,
    timeZone: usualZones,
  }
  return suggest(frontMatterNode, words, text, cursor.offset - start).map((each) =>
    toItem(each, cursor, translate),
  )
}

function toItem(
  { kind, label, description, text, typed, rest }: Suggestion,
  { offset, positions }: Cursor,
  translate: Translate,
): CompletionItem {
  const written = { start: offset - typed.length, end: offset + rest.length }
  return {
    label,
    kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    ...(description !== null && { detail: translate(sentenceOf(description)) }),
    textEdit: { range: toRange(written, positions), newText: text },
  }
}
