import { type ExtensionContext, Uri } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { createTools as createToolsWith, type Tools } from './tools.ts'

/** Creates the tools with a server in a worker. */
export function createTools(context: ExtensionContext): Tools {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true)
  const startServer = async () => {
    const worker = new Worker(script)
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  return createToolsWith(
    context,
    (options) => new LanguageClient('postmortem', 'Postmortem', startServer, options),
  )
}

/**
 * A worker whose script is missing or throws does not end as a process would, so the connection is closed
 * here.
 */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker)
    worker.addEventListener('error', () => {
      worker.terminate()
      this.fireClose()
    })
  }
}
