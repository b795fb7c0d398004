import type { OutlineSection } from '@postmortem/shared/outline'
import { MessageType, type Position, type Range } from 'vscode-languageserver'
import type { Editor } from '../editor.ts'

/** All answers of a server about a document, by what was asked. */
export type Answers = Readonly<Record<string, unknown>>

type Question = readonly [method: string, params: object]

const wholeDocument: Range = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } }
const noDiagnostics = { diagnostics: [] }

/** Asked by every editor. */
const aboutDocument: readonly Question[] = [
  ['documentSymbol', {}],
  ['foldingRange', {}],
  ['codeLens', {}],
  ['documentLink', {}],
  ['inlayHint', { range: wholeDocument }],
  ['codeAction', { range: wholeDocument, context: noDiagnostics }],
  ['codeAction', { range: wholeDocument, context: { ...noDiagnostics, only: ['source.fixAll'] } }],
]

/** Asked by our own client. */
const aboutReport: readonly Question[] = [
  ['status', {}],
  ['absentSections', {}],
  ['insertSections', { sections: 'all-missing' }],
  ['placeholders', {}],
  ['summary', {}],
  ['timeZones', {}],
  ['pictures', {}],
  ['sortTimeline', {}],
  ['convertTimeZone', { zone: 'Europe/Paris' }],
  ['newEntry', { time: '14:05 It happened.' }],
]

const pasting = {
  text: '14:07 ann: the disk is full\n14:09 bob: restarting',
  within: 'report',
  now: 0,
  readerZone: 'UTC',
}

/**
 * Asks a server everything that can be asked about a document, at each position where that makes a difference.
 */
export async function askEverything(
  editor: Editor,
  uri: string,
  positions: readonly Position[],
): Promise<Answers> {
  const told = whatWasTold(editor, uri)
  const textDocument = { uri }
  const questions: readonly Question[] = [
    ...aboutDocument.map(([method, params]) => inDocument(method, { textDocument, ...params })),
    ...aboutReport.map(([method, params]) => inReport(method, { uri, ...params })),
    ...positions.flatMap((position): readonly Question[] => [
      inDocument('hover', { textDocument, position }),
      inDocument('completion', { textDocument, position }),
      inDocument('codeAction', { textDocument, range: rangeOf(position), context: noDiagnostics }),
      inReport('timestamp', { uri, at: position, zone: 'report' }),
    ]),
    inDocument('selectionRange', { textDocument, positions }),
    inReport('countSelection', { uri, ranges: positions.map(toPosition) }),
    inReport('pasteTimeline', { uri, selection: rangeOf(positions[0]!), ...pasting }),
    ...aboutSections(told.outline?.sections ?? [], uri, positions[0]!),
  ]
  const answers = questions.map(async ([method, params]) => {
    const answer = await editor.connection.sendRequest<unknown>(method, params)
    return [`${method} ${JSON.stringify(params)}`, answer] as const
  })
  return { ...told, ...Object.fromEntries(await Promise.all(answers)) }
}

function inDocument(method: string, params: object): Question {
  return [`textDocument/${method}`, params]
}

function inReport(method: string, params: object): Question {
  return [`postmortem/${method}`, params]
}

function rangeOf(position: Position): Range {
  return { start: position, end: position }
}

function toPosition(end: Position): Range {
  return { start: { line: 0, character: 0 }, end }
}

/** Asks for everything in the outline, but moves only the section at the position: a move reads the report twice. */
function aboutSections(
  sections: readonly OutlineSection[],
  uri: string,
  position: Position,
): readonly Question[] {
  const here = sections.findLast(({ range }) => range !== null && range.start.line <= position.line)
  const gaps = sections.flatMap(({ children }) => children.filter(({ kind }) => kind === 'gap'))
  return [
    ...(here?.moves ?? []).map((to) => inReport('moveSection', { uri, title: here?.range?.start, to })),
    ...gaps.map((gap) => inReport('fillGap', { uri, ...gap })),
  ]
}

/** The last word on each subject; what was never said is what an editor assumes anyway. */
function whatWasTold({ diagnostics, outline, told }: Editor, uri: string) {
  return {
    diagnostics: diagnostics(uri),
    count: told<{ count: unknown }>('postmortem/wordCount').at(-1)?.count ?? null,
    outline: outline(uri),
    failures: told<{ type: MessageType; message: string }>('window/logMessage')
      .filter(({ type }) => type === MessageType.Error)
      .map(({ message }) => message),
  }
}
