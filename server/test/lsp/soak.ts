import { PassThrough } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Random } from '../../../scripts/fuzz/random.mjs'
import { serve } from '../../src/lsp/server.ts'

/** What is in use after a round in which documents were opened, edited and closed. */
export interface Round {
  readonly edits: number
  /** In bytes, after a collection of garbage. */
  readonly heap: number
  readonly handles: number
  readonly listeners: number
}

/** In bytes, over all rounds that count: what a short run still adds to caches with a limit. */
const toleratedGrowth = 6 * 1024 * 1024

const documentsInRound = 4
const pieces = [
  'a',
  ' word',
  '\n',
  '\n\n',
  '- 10:15 UTC - It went on.\n',
  '## Impact\n\n',
  '[a](b.md)',
  '{{x}}',
  '`',
]
const requests = [
  'hover',
  'codeAction',
  'documentSymbol',
  'foldingRange',
  'inlayHint',
  'codeLens',
  'completion',
]

const report = (name: string, random: Random) => `# Postmortem: ${name}

## Issue Summary

The shop was down from 10:00 to 11:00 UTC on 2026-02-03 for everyone. See [the plan](plan-${name}.md).

## Timeline

${Array.from({ length: 20 + random.below(20) }, (_, index) => `- 10:${10 + (index % 50)} UTC - Step ${index} of ${name} was done.`).join('\n')}

## Root Cause and Resolution

A limit of ${name} was too low.
`

const notes = (name: string) => `# Notes on ${name}\n\n${`Nothing *happened* in ${name}.\n\n`.repeat(400)}`

/** Edits many documents in a server that lives on, and says after each round what is in use. Ends with the time. */
export async function* soak(
  random: Random,
  editsInRound: number,
  hasTime: () => boolean = () => true,
): AsyncGenerator<Round> {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const { connection, streams, close } = await connect()
  try {
    for (let round = 0; ; round += 1) {
      const edits = await editDocuments(connection, `round-${round}`, random, editsInRound, hasTime)
      if (edits < editsInRound) return
      collectGarbage()
      yield {
        edits,
        heap: process.memoryUsage().heapUsed,
        handles: process.getActiveResourcesInfo().length,
        listeners: [process, ...streams].reduce((sum, emitter) => sum + countListeners(emitter), 0),
      }
    }
  } finally {
    close()
  }
}

/** The reason why what is in use grows; null if it does not. The first third of the rounds only warms up. */
export function findGrowth(rounds: readonly Round[]): string | null {
  const measured = rounds.slice(Math.ceil(rounds.length / 3))
  const [first, last] = [measured[0], measured.at(-1)]
  if (first === undefined || last === undefined || measured.length < 3) return 'There are too few rounds.'
  const growth = findSlope(measured.map(({ heap }) => heap))
  if (growth * measured.length > toleratedGrowth)
    return `The heap grows by ${Math.round(growth / 1024)} KiB a round.`
  if (last.listeners > first.listeners) return `Listeners: ${last.listeners} after ${first.listeners}.`
  if (last.handles > first.handles) return `Open handles: ${last.handles} after ${first.handles}.`
  return null
}

/** The median of the slopes between any two, which one odd value does not change. */
function findSlope(values: readonly number[]): number {
  const slopes = values.flatMap((later, index) =>
    values.slice(0, index).map((earlier, before) => (later - earlier) / (index - before)),
  )
  return slopes.sort((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? 0
}

function countListeners(emitter: NodeJS.EventEmitter): number {
  return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0)
}

/** Returns the number of edits made. */
async function editDocuments(
  connection: ProtocolConnection,
  name: string,
  random: Random,
  edits: number,
  hasTime: () => boolean,
): Promise<number> {
  const documents = Array.from({ length: documentsInRound }, (_, index) => {
    // Most Markdown is no report.
    const text = index % 2 === 0 ? notes(`${name}-${index}`) : report(`${name}-${index}`, random)
    return TextDocument.create(`file:///team/${name}-${index}.md`, 'markdown', 1, text)
  })
  for (const document of documents) await open(connection, document)
  let made = 0
  for (; made < edits && hasTime(); made += 1) {
    const document = random.pick(documents)
    const { uri } = document
    const start = random.below(document.getText().length)
    const change = {
      range: {
        start: document.positionAt(start),
        end: document.positionAt(start + (random.chance(0.4) ? random.below(12) : 0)),
      },
      text: random.chance(0.7) ? random.pick(pieces) : '',
    }
    const version = document.version + 1
    TextDocument.update(document, [change], version)
    const textDocument = { uri, version }
    await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [change] })
    if (random.chance(0.2)) await ask(connection, document, random)
    if (random.chance(0.05))
      await connection.sendNotification('textDocument/didSave', { textDocument: { uri } })
    if (random.chance(0.05))
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] })
  }
  for (const { uri } of documents)
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  // Requests are answered in order, so nothing is left to do after these.
  for (const document of documents) await ask(connection, document, random)
  return made
}

function open(connection: ProtocolConnection, document: TextDocument): Promise<void> {
  const { uri, languageId, version } = document
  const textDocument = { uri, languageId, version, text: document.getText() }
  return connection.sendNotification('textDocument/didOpen', { textDocument })
}

function ask(connection: ProtocolConnection, document: TextDocument, random: Random): Promise<unknown> {
  const position = document.positionAt(random.below(document.getText().length))
  return connection.sendRequest(`textDocument/${random.pick(requests)}`, {
    textDocument: { uri: document.uri },
    position,
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })
}

async function connect() {
  const streams = [new PassThrough(), new PassThrough()] as const
  const [toServer, toClient] = streams
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  serve(server)
  server.listen()
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  )
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const close = () => {
    connection.dispose()
    server.dispose()
  }
  return { connection, streams, close }
}
