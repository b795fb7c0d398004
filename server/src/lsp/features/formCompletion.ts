import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver'
import { configurationSchema, frontMatterForm } from '../../config/configurationSchema.ts'
import { toSchemaNode } from '../../config/schemaKinds.ts'
import { type Suggestion, suggest, type Words } from '../../config/suggestions.ts'
import { statuses } from '../../features/completion/facets.ts'
import { usualZones } from '../../features/completion/zones.ts'
import { sentenceOf } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { rules } from '../../rules/index.ts'

const configurationNode = toSchemaNode(configurationSchema(rules))
const frontMatterNode = toSchemaNode(frontMatterForm(rules))

export const usualSeverities: readonly string[] = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']

/** Completes keys and values in a YAML configuration file. */
export function completeConfiguration(
  text: string,
  offset: number,
  position: Position,
  translate: Translate,
): CompletionItem[] {
  const words: Words = { defaultTimeZone: usualZones, templatesBySeverity: usualSeverities }
  return suggest(configurationNode, words, text, offset).map((each) => toItem(each, position, translate))
}

/** Completes the keys and values of a report's front matter that the checks read. */
export function completeFrontMatter(
  text: string,
  offset: number,
  position: Position,
  translate: Translate,
  named: { readonly templates: readonly string[]; readonly severities: readonly string[] },
): CompletionItem[] {
  const words: Words = {
    severity: named.severities,
    status: statuses,
    template: named.templates,
    timeZone: usualZones,
  }
  return suggest(frontMatterNode, words, text, offset).map((each) => toItem(each, position, translate))
}

function toItem(
  { kind, label, description, text, typed, rest }: Suggestion,
  at: Position,
  translate: Translate,
): CompletionItem {
  const start = { line: at.line, character: at.character - typed.length }
  const end = { line: at.line, character: at.character + rest.length }
  return {
    label,
    kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    ...(description !== null && { detail: translate(sentenceOf(description)) }),
    textEdit: { range: { start, end }, newText: text },
  }
}
