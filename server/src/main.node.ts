import './quickStart.ts'
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node'
import { speakJsonRpc } from './cli/mcp/jsonRpc.ts'
import { answerPrograms } from './cli/mcp/server.ts'
import { watchClient } from './clientWatch.ts'
import { diskFiles, hasFileOnDisk } from './diskFiles.ts'
import { readTranslations } from './diskTranslations.ts'
import { serve } from './lsp/server.ts'
import { FramedReader } from './lsp/wire/framedReader.ts'
import { FramedWriter } from './lsp/wire/framedWriter.ts'
import { keepOrder } from './lsp/wire/protocolOrder.ts'

/** The version of the package, inserted when the bundle is built. */
declare const POSTMORTEM_VERSION: string

// The extension has this one program for editors and for language models, because a second one would hold the same
// engine again.
if (process.argv[2] === 'mcp') void servePrograms()
else serveEditor()

/** Nobody can be told anything any more. */
function endWithOutput(): void {
  process.stdout.on('error', () => process.exit(1))
}

function serveEditor(): void {
  const connection = connect()
  serve(connection, { files: diskFiles, hasFile: hasFileOnDisk, translations: readTranslations }, watchClient)
  connection.listen()
}

/** Other ways to connect than these two are the library's. */
function connect() {
  const { stdin, stdout, argv, exit } = process
  const isStdio = argv.includes('--stdio')
  if (isStdio) endWithOutput()
  if (!isStdio && !argv.includes('--node-ipc')) return createConnection(ProposedFeatures.all)
  const reader = isStdio ? new FramedReader(stdin) : new IPCMessageReader(process)
  const writer = isStdio ? new FramedWriter(stdout) : new IPCMessageWriter(process)
  return createConnection(ProposedFeatures.all, keepOrder(reader, writer, exit), writer)
}

/** Reads the folders that the program names as its roots. Ends with its input. */
function servePrograms(): Promise<void> {
  const { stdin, stdout, stderr } = process
  endWithOutput()
  const terminal = {
    folder: process.cwd(),
    version: POSTMORTEM_VERSION,
    now: Date.now,
    writeError: (text: string) => void stderr.write(text),
  }
  return speakJsonRpc(
    stdin,
    (line) => new Promise<void>((resolve) => stdout.write(`${line}\n`, () => resolve())),
    (peer) => answerPrograms([], terminal, peer),
  )
}
