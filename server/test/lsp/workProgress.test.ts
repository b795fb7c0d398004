import { PassThrough } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
} from 'vscode-languageserver/node'
import { showWork } from '../../src/lsp/workProgress.ts'

/** A connection to an editor, and what the editor is told of work. */
async function connect(workDoneProgress: boolean) {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  connection.onInitialize(() => ({ capabilities: {} }))
  connection.listen()
  const editor = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  )
  const steps: unknown[] = []
  editor.onRequest('window/workDoneProgress/create', ({ token }) => {
    editor.onProgress(WorkDoneProgress.type, token, (step) => void steps.push(step))
  })
  editor.listen()
  onTestFinished(() => {
    editor.dispose()
    connection.dispose()
  })
  const settle = () => editor.sendRequest('anything').catch(() => {})
  await editor.sendRequest('initialize', { capabilities: { window: { workDoneProgress } } })
  return { connection, steps, settle }
}

const begin = { kind: 'begin', title: 'Checking report.md' }

it('shows work as long as it is being done', async () => {
  const { connection, steps, settle } = await connect(true)
  const end = showWork({ connection }, 'Checking report.md')
  await settle()
  await settle()
  expect(steps).toEqual([begin])
  end()
  await settle()
  expect(steps).toEqual([begin, { kind: 'end' }])
})

it('ends what was done before the editor agreed to show it', async () => {
  const { connection, steps, settle } = await connect(true)
  showWork({ connection }, 'Checking report.md')()
  await settle()
  await settle()
  expect(steps).toEqual([begin, { kind: 'end' }])
})

it('tells nothing to an editor that shows no progress', async () => {
  const { connection, steps, settle } = await connect(false)
  showWork({ connection }, 'Checking report.md')()
  await settle()
  await settle()
  expect(steps).toEqual([])
})
