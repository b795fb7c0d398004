import fc from 'fast-check'
import type { ClientCapabilities, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { rules } from '../../../src/rules/index.ts'
import { memoryFiles } from '../../config/memoryFiles.ts'
import type { Editor, startEditor } from '../editor.ts'
import { anyEdit, type ConstructName, changeOf, type Edit, type TextChange } from './edits.ts'
import { type Answers, askEverything } from './questions.ts'
import { anyReport } from './reports.ts'

/** What happens to a document from when it is opened. */
export interface History {
  readonly text: string
  readonly configuration: keyof typeof configurations
  readonly notifications: readonly Notification[]
  /** Where the writer looks, as shares of the document. */
  readonly looks: readonly number[]
}

interface Notification {
  readonly edits: readonly Edit[]
  /** `goOn`: the next notification follows before the server can answer. */
  readonly next: 'goOn' | 'settle' | 'compare'
}

const configurations = {
  none: '',
  strict: [
    'defaultTimeZone: Europe/Paris',
    'zoneAbbreviations: { IST: Asia/Kolkata }',
    'actions: { require: [owner, due, ticket] }',
    'rules:',
    ...rules.map(({ id }) => `  ${id}: warning`),
  ].join('\n'),
  ownTemplate: [
    'extends: holberton',
    'id: ours',
    'sections:',
    '  - { id: lessons, title: Lessons Learned, aliases: [What went well, Summary] }',
    '  - { id: timeline, title: What happened when }',
  ].join('\n'),
} as const

/** The longer a history, the more of its edits are never compared by themselves. */
export function anyHistory(maxNotifications: number, maxEdits: number): fc.Arbitrary<History> {
  const notification = fc.record<Notification>({
    edits: fc.array(anyEdit, { minLength: 1, maxLength: maxEdits }),
    next: fc.constantFrom('goOn', 'goOn', 'settle', 'settle', 'settle', 'compare'),
  })
  return fc.record({
    text: anyReport,
    configuration: fc.constantFrom(...(Object.keys(configurations) as History['configuration'][])),
    notifications: fc.array(notification, { minLength: 1, maxLength: maxNotifications }),
    looks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
  })
}

const ours: ClientCapabilities = {
  experimental: { postmortem: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { snippetEditSupport: true, resourceOperations: ['create'] },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown'] },
    codeAction: { resolveSupport: { properties: ['edit'] } },
  },
}
const settings = () => ({ documentSymbols: true })
const uri = 'file:///team/report.md'

/** Starts editors with servers that share no module with each other, and so no cache. */
export interface Servers {
  readonly startLived: typeof startEditor
  readonly startFresh: typeof startEditor
}

/** Sees what happens on the way. */
export interface Observer {
  readonly open: (text: string) => void
  readonly edit: (change: TextChange, construct: ConstructName | 'undo' | 'everything') => void
  readonly compare: (answers: number) => void
}

/** The first moment at which a server that lived through a history answers unlike a fresh one. */
export interface Difference {
  readonly question: string
  readonly lived: unknown
  readonly fresh: unknown
  /** What led there: the text that was opened, and the changes in each notification. */
  readonly text: string
  readonly notifications: readonly (readonly TextChange[])[]
}

export async function findDifference(
  { text, configuration, notifications, looks }: History,
  { startLived, startFresh }: Servers,
  observer?: Observer,
): Promise<Difference | null> {
  const start = (startOne: typeof startEditor) =>
    startOne(
      ours,
      settings,
      memoryFiles({
        'file:///team/runbook.md': '',
        ...(configuration !== 'none' && { 'file:///team/.postmortem.yml': configurations[configuration] }),
      }),
    )
  const sent: (readonly TextChange[])[] = []
  const lived = await start(startLived)
  const compare = async (): Promise<Difference | null> => {
    await lived.settle()
    const fresh = await start(startFresh)
    await fresh.open(lived.text(), uri, 1 + sent.length)
    const positions = looks.map((look) => positionAt(look, lived))
    const [livedAnswers, freshAnswers] = await Promise.all(
      [lived, fresh].map((editor) => askEverything(editor, uri, positions)),
    )
    fresh.close()
    observer?.compare(Object.keys(freshAnswers!).length)
    const question = findUnlike(livedAnswers!, freshAnswers!)
    if (question === undefined) return null
    const answers = { lived: livedAnswers![question], fresh: freshAnswers![question] }
    return { question, ...answers, text, notifications: sent }
  }
  try {
    await lived.open(text, uri)
    observer?.open(text)
    const undo: TextChange[] = []
    for (const { edits, next } of notifications) {
      const { events, changes } = resolveEdits(edits, lived.text(), undo, observer)
      sent.push(changes)
      const settled = lived.change(...events)
      if (next !== 'goOn') await settled
      const difference = next === 'compare' ? await compare() : null
      if (difference !== null) return difference
    }
    return await compare()
  } finally {
    lived.close()
  }
}

/** A failure that is logged counts as a difference, even if both servers fail. */
function findUnlike(lived: Answers, fresh: Answers): string | undefined {
  if (JSON.stringify([lived.failures, fresh.failures]) !== '[[],[]]') return 'failures'
  const questions = [...new Set([...Object.keys(lived), ...Object.keys(fresh)])]
  return questions.find((question) => JSON.stringify(lived[question]) !== JSON.stringify(fresh[question]))
}

function positionAt(look: number, editor: Editor) {
  const text = editor.text()
  return TextDocument.create(uri, 'markdown', 0, text).positionAt(Math.floor(look * text.length))
}

/** The edits as an editor sends them. Each is made in the text that the one before it left. */
function resolveEdits(
  edits: readonly Edit[],
  text: string,
  undo: TextChange[],
  observer?: Observer,
): { readonly events: readonly TextDocumentContentChangeEvent[]; readonly changes: readonly TextChange[] } {
  const document = TextDocument.create(uri, 'markdown', 0, text)
  const changes: TextChange[] = []
  const events = edits.map((edit, index): TextDocumentContentChangeEvent => {
    const before = document.getText()
    const isUndo = edit === 'undo'
    const change = toChange(edit, before, undo)
    const range = { start: document.positionAt(change.start), end: document.positionAt(change.end) }
    const event = edit === 'everything' ? { text: before } : { range, text: change.text }
    TextDocument.update(document, [event], index)
    if (!isUndo) undo.push(inverseOf(change, before))
    changes.push(change)
    observer?.edit(change, typeof edit === 'string' ? edit : edit.construct)
    return event
  })
  return { events, changes }
}

function toChange(edit: Edit, text: string, undo: TextChange[]): TextChange {
  if (edit === 'everything') return { start: 0, end: text.length, text }
  if (edit === 'undo') return undo.pop() ?? { start: 0, end: 0, text: '' }
  return changeOf(edit, text)
}

function inverseOf({ start, end, text: inserted }: TextChange, text: string): TextChange {
  return { start, end: start + inserted.length, text: text.slice(start, end) }
}
