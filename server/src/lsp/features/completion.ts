import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver'
import { nameOf } from '../../config/address.ts'
import { type Configuration, knownTemplates } from '../../config/configuration.ts'
import { complete } from '../../features/completion/complete.ts'
import type { Completion, Severity } from '../../features/completion/completion.ts'
import type { Translate } from '../../messages/translate.ts'
import { rules } from '../../rules/index.ts'
import { toSnippet } from '../../templates/placeholders.ts'
import { isConfiguration } from '../configurationDocuments.ts'
import { answer, type Feature, type Host } from '../feature.ts'
import type { OpenEditorDocument } from '../openDocuments.ts'
import { type Positions, toRange } from '../positions.ts'
import { completeConfiguration, completeFrontMatter, usualSeverities } from './formCompletion.ts'

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  template: CompletionItemKind.File,
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  entry: CompletionItemKind.Event,
  time: CompletionItemKind.Value,
  date: CompletionItemKind.Value,
  zone: CompletionItemKind.Constant,
  owner: CompletionItemKind.Reference,
  facet: CompletionItemKind.EnumMember,
  rule: CompletionItemKind.Constant,
  command: CompletionItemKind.Keyword,
}

/** Longer documents do not count as empty, whatever they contain. */
const maxEmptyLength = 100

/**
 * Editors ask unprompted after the characters that begin headings and names; otherwise the writer has to ask.
 */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['#', '@'] } },
  register: (host) => {
    const compute = ({ textDocument: { uri }, position }: CompletionParams): CompletionItem[] | null => {
      const found = isConfiguration(uri)
        ? completeInConfiguration(uri, position, host)
        : completeInDocument(host.documents.get(uri), position, host)
      return found?.map((item, index) => ({ ...item, sortText: String(index).padStart(3, '0') })) ?? null
    }
    host.connection.onCompletion(answer('Completion', host, compute))
  },
}

/** Only YAML: editors complete JSON from its schema themselves. */
function completeInConfiguration(
  uri: string,
  position: Position,
  { configurationDocuments, translate }: Host,
): CompletionItem[] | null {
  const file = configurationDocuments.get(uri)
  if (file === undefined || !/\.ya?ml$/.test(nameOf(uri))) return null
  const { document, positions } = file
  const cursor = { offset: positions.offsetAt(position), positions }
  return completeConfiguration(document.getText(), cursor, translate)
}

function completeInDocument(
  open: OpenEditorDocument | undefined,
  position: Position,
  { support, now, translate }: Host,
): CompletionItem[] | null {
  if (open === undefined) return null
  const { positions, document } = open
  const { markdown, report, configuration } = document
  const offset = positions.offsetAt(position)
  const severities = severitiesOf(configuration)
  const { frontMatter, recognition } = report
  if (recognition.postmortem && frontMatter !== null && offset <= frontMatter.end) {
    return completeFrontMatter(frontMatter, { offset, positions }, translate, {
      templates: knownTemplates(configuration),
      severities: severities.map(({ name }) => name),
      services: configuration.vocabulary.services ?? [],
      triggers: configuration.vocabulary.triggers ?? [],
      causes: configuration.vocabulary.causes ?? [],
    })
  }
  const { line } = position
  const before = markdown.slice(markdown.offsetAt({ line, character: 0 }), offset)
  const after = markdown.slice(offset, markdown.offsetAt({ line: line + 1, character: 0 }))
  const isAlone =
    markdown.length <= maxEmptyLength && markdown.slice(0, markdown.length).trim() === before.trim()
  const writing = { offset, before, after, isAlone, now: now() }
  const { completionSnippets } = support
  return complete(report, writing, { severities, rules }).map((each) =>
    toItem(each, positions, completionSnippets, translate),
  )
}

/** The severities that the team has templates for; the usual ones if there are none. */
function severitiesOf({ templatesBySeverity }: Configuration): readonly Severity[] {
  const named = Object.entries(templatesBySeverity).map(([name, { name: template }]) => ({ name, template }))
  return named.length > 0 ? named : usualSeverities.map((name) => ({ name, template: null }))
}

function toItem(
  { kind, label, detail, range, filter, text }: Completion,
  positions: Positions,
  snippets: boolean,
  translate: Translate,
): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    ...(detail !== null && { detail: translate(detail) }),
    filterText: filter,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(range, positions), newText: snippets ? toSnippet(text) : text },
  }
}
