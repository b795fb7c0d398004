import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver'
import { type Completion, complete } from '../features/completion.ts'
import type { Tell } from '../language/tell.ts'
import type { MarkdownDocument } from '../markdown/document.ts'
import { toSnippet } from '../templates/placeholders.ts'
import { toRange } from './convert.ts'
import { answer, type Feature } from './feature.ts'

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  template: CompletionItemKind.File,
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  entry: CompletionItemKind.Event,
  time: CompletionItemKind.Value,
  zone: CompletionItemKind.Constant,
  owner: CompletionItemKind.Reference,
}

/** A document that is longer than this is not empty. */
const longestEmpty = 100

/** Editors ask by themselves behind the characters of headings and of names; for all else the writer asks. */
export const completion: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['#', '@'] } },
  register: (host) => {
    const compute = ({ textDocument, position }: CompletionParams): CompletionItem[] | null => {
      const entry = host.documents.get(textDocument.uri)
      if (entry === undefined) return null
      const { markdown, report } = entry.document
      const offset = markdown.offsetAt(position)
      const before = markdown.slice(markdown.offsetAt({ line: position.line, character: 0 }), offset)
      const after = markdown.slice(offset, markdown.offsetAt({ line: position.line + 1, character: 0 }))
      const isAlone =
        markdown.length <= longestEmpty && markdown.slice(0, markdown.length).trim() === before.trim()
      const writing = { offset, before, after, isAlone, now: host.now() }
      const { completionSnippets } = host.abilities()
      return complete(report, writing).map((each, index) => ({
        ...toItem(each, markdown, completionSnippets, host.tell),
        sortText: String(index).padStart(3, '0'),
      }))
    }
    host.connection.onCompletion(answer('Completion', host, compute))
  },
}

function toItem(
  { kind, label, detail, range, filter, text }: Completion,
  markdown: MarkdownDocument,
  snippets: boolean,
  tell: Tell,
): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    detail: tell(detail),
    filterText: filter,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(range, markdown), newText: snippets ? toSnippet(text) : text },
  }
}
