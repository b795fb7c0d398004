import fc from 'fast-check'
import {
  type ClientCapabilities,
  FileChangeType,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { rules } from '../../../src/rules/index.ts'
import { memoryFiles } from '../../config/memoryFiles.ts'
import { type Editor, type startEditor, updateText } from '../editor.ts'
import { anyEdit, changeOf, type Edit, type TextChange } from './edits.ts'
import { type Answers, askEverything } from './questions.ts'
import { anyReport } from './reports.ts'

/** What happens to a document from when it is opened, and around it. */
export interface History {
  readonly text: string
  readonly configuration: ConfigurationName
  readonly notifications: readonly Notification[]
  /** Where the writer looks, as shares of the document. */
  readonly looks: readonly number[]
}

type ConfigurationName = keyof typeof configurations

interface Notification {
  /** Edits that the editor sends together. */
  readonly edits: readonly Edit[]
  /** What happens around the document afterwards. */
  readonly around: Around
  /** `goOn`: the next notification follows before the server can answer. */
  readonly next: 'goOn' | 'settle' | 'compare'
}

/** `linked` creates the file that reports link to, `unlinked` deletes it, and a name changes the configuration. */
type Around = ConfigurationName | 'linked' | 'unlinked' | 'reopen' | 'nothing'

const configurations = {
  none: null,
  strict: [
    'defaultTimeZone: Europe/Paris',
    'zoneAbbreviations: { IST: Asia/Kolkata }',
    'actions: { require: [owner, due, ticket], ticketPrefixes: [SHOP] }',
    'rules:',
    ...rules.map(
      ({ id }) => `  ${id}: ${id === 'length-report' ? '{ severity: warning, min: 5, max: 10 }' : 'warning'}`,
    ),
  ].join('\n'),
  ownTitles: [
    'extends: holberton',
    'id: ours',
    'sections:',
    '  - { id: lessons, title: Lessons Learned, aliases: [What went well, Summary] }',
    '  - { id: timeline, title: What happened when }',
  ].join('\n'),
  otherTitles: [
    'extends: holberton',
    'id: ours',
    'sections:',
    '  - id: outlook',
    '    title: Detection',
    '    guidance: In this section, describe what happened and when.',
    '    body: "{{what we saw}} in the logs"',
    'actions: { ticketPrefixes: [SHOP], require: [ticket] }',
    'rules: { length-report: { min: 5, max: 10 }, timeline-gap: { minutes: 10 } }',
  ].join('\n'),
} as const

const configurationNames = Object.keys(configurations) as ConfigurationName[]

const nextInShort = fc.constantFrom<Notification['next'][]>(
  'goOn',
  'goOn',
  'settle',
  'settle',
  'settle',
  'compare',
)
const nextInLong = fc.oneof<fc.WeightedArbitrary<Notification['next']>[]>(
  { weight: 19, arbitrary: fc.constant('goOn') },
  { weight: 40, arbitrary: fc.constant('settle') },
  { weight: 1, arbitrary: fc.constant('compare') },
)

/**
 * The longer a history, the more of its edits are never compared by themselves. In a long one, hundreds of edits are
 * between two comparisons.
 */
export function anyHistory(
  maxNotifications: number,
  maxEdits: number,
  kind: 'short' | 'long' = 'short',
): fc.Arbitrary<History> {
  const size = kind === 'long' ? 'max' : 'small'
  const notification = fc.record<Notification>({
    edits: fc.array(anyEdit, { minLength: 1, maxLength: maxEdits, size }),
    around: fc.oneof(
      { weight: 20, arbitrary: fc.constant('nothing' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('linked' as const, 'unlinked', 'reopen', ...configurationNames),
      },
    ),
    next: kind === 'long' ? nextInLong : nextInShort,
  })
  return fc.record({
    text: anyReport,
    configuration: fc.constantFrom(...configurationNames),
    notifications: fc.array(notification, { minLength: 1, maxLength: maxNotifications, size }),
    looks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }),
  })
}

const ours: ClientCapabilities = {
  experimental: { postmortem: true, outlineChanges: true },
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
const configurationUri = 'file:///team/.postmortem.yml'
const linkedUri = 'file:///team/runbook.md'

/**
 * A clock that stays within one second, because servers that answer in different minutes give different timestamps.
 * A look at it takes a millisecond, so that whatever gives way after some time does so.
 */
export function createClock(): () => number {
  let looks = 0
  return () => {
    looks += 1
    return Date.UTC(2024, 5, 1, 12) + (looks % 1000)
  }
}

/** Starts editors with servers that share no module with each other, and so no cache. */
export interface Servers {
  readonly startLived: typeof startEditor
  readonly startFresh: typeof startEditor
}

/** Sees what happens on the way. */
export interface Observer {
  readonly open: (text: string) => void
  /** `construct` is what the edit is about. */
  readonly edit: (change: TextChange, construct: string) => void
  readonly compare: (answers: number) => void
}

/** The first moment at which a server that lived through a history answers unlike a fresh one. */
export interface Difference {
  readonly question: string
  readonly lived: unknown
  readonly fresh: unknown
  /** What led there: the text that was opened, and what happened then. */
  readonly text: string
  readonly configuration: ConfigurationName
  readonly happened: readonly { readonly changes: readonly TextChange[]; readonly around: Around }[]
}

export async function findDifference(
  { text, configuration, notifications, looks }: History,
  { startLived, startFresh }: Servers,
  observer?: Observer,
): Promise<Difference | null> {
  const files: Record<string, string> = { [linkedUri]: '' }
  configure(configuration, files)
  const start = (startOne: typeof startEditor) => startOne(ours, settings, memoryFiles(files))
  const happened: { changes: readonly TextChange[]; around: Around }[] = []
  const lived = await start(startLived)
  const compare = async (): Promise<Difference | null> => {
    await lived.settle()
    const fresh = await start(startFresh)
    await fresh.open(lived.text(), uri, 1 + happened.length)
    const positions = looks.map((look) => positionAt(look, lived))
    const [livedAnswers, freshAnswers] = await Promise.all(
      [lived, fresh].map((editor) => askEverything(editor, uri, positions)),
    )
    fresh.close()
    observer?.compare(Object.keys(freshAnswers!).length)
    const question = findUnlike(livedAnswers!, freshAnswers!)
    if (question === undefined) return null
    const answers = { lived: livedAnswers![question], fresh: freshAnswers![question] }
    return { question, ...answers, text, configuration, happened }
  }
  try {
    await lived.open(text, uri)
    observer?.open(text)
    const undo: TextChange[] = []
    for (const { edits, around, next } of notifications) {
      const { events, changes } = resolveEdits(edits, lived.text(), undo, observer)
      happened.push({ changes, around })
      const settled = lived.change(...events)
      if (next !== 'goOn') await settled
      await happen(around, lived, files, happened.length)
      const difference = next === 'compare' ? await compare() : null
      if (difference !== null) return difference
    }
    return await compare()
  } finally {
    lived.close()
  }
}

function configure(name: ConfigurationName, files: Record<string, string>): void {
  const text = configurations[name]
  if (text === null) delete files[configurationUri]
  else files[configurationUri] = text
}

async function happen(
  around: Around,
  editor: Editor,
  files: Record<string, string>,
  changes: number,
): Promise<void> {
  if (around === 'nothing') return
  const { connection } = editor
  if (around === 'reopen') {
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    return editor.open(editor.text(), uri, 1 + changes)
  }
  const notify = (changed: string, type: FileChangeType) =>
    connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: changed, type }] })
  if (around === 'linked') {
    files[linkedUri] = ''
    return notify(linkedUri, FileChangeType.Created)
  }
  if (around === 'unlinked') {
    delete files[linkedUri]
    return notify(linkedUri, FileChangeType.Deleted)
  }
  configure(around, files)
  return notify(configurationUri, FileChangeType.Changed)
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
  let document = TextDocument.create(uri, 'markdown', 0, text)
  const changes: TextChange[] = []
  const events = edits.map((edit): TextDocumentContentChangeEvent => {
    const before = document.getText()
    const isUndo = edit === 'undo'
    const change = toChange(edit, before, undo)
    const range = { start: document.positionAt(change.start), end: document.positionAt(change.end) }
    const event = edit === 'everything' ? { text: before } : { range, text: change.text }
    document = updateText(document, [event])
    if (!isUndo) undo.push(inverseOf(change, before))
    changes.push(change)
    observer?.edit(change, nameOf(edit))
    return event
  })
  return { events, changes }
}

function toChange(edit: Edit, text: string, undo: TextChange[]): TextChange {
  if (edit === 'everything') return { start: 0, end: text.length, text }
  if (edit === 'undo') return undo.pop() ?? { start: 0, end: 0, text: '' }
  if ('all' in edit) return { start: 0, end: text.length, text: edit.all }
  return 'construct' in edit ? changeOf(edit, text) : edit
}

function nameOf(edit: Edit): string {
  if (typeof edit === 'string') return edit
  if ('all' in edit) return 'all'
  return 'construct' in edit ? edit.construct : 'text'
}

function inverseOf({ start, end, text: inserted }: TextChange, text: string): TextChange {
  return { start, end: start + inserted.length, text: text.slice(start, end) }
}
