import { expect, it } from 'vitest'
import { address, startEditor } from './editor.ts'

const head = '# Postmortem: search is down\n\n## Timeline\n\n- 10:00 UTC - The alert fired.\n'
const large = `${head}\n${'We wrote a lot about it, and *more* of it.\n\n'.repeat(4000)}`
const small = 'file:///small.md'

it('is opened while questions about other documents are answered', async () => {
  const { connection, open, diagnostics, settle } = await startEditor()
  await open(head, small)
  await settle()
  const textDocument = { uri: address, languageId: 'markdown', version: 1, text: large }
  await connection.sendNotification('textDocument/didOpen', { textDocument })
  const place = { textDocument: { uri: small }, position: { line: 4, character: 3 } }
  for (let asked = 0; asked < 3; asked += 1) {
    expect(await connection.sendRequest('textDocument/hover', place)).not.toBeNull()
    expect(diagnostics()).toEqual([])
  }
  const symbols = connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: address } })
  expect(await symbols).toMatchObject([{ name: 'Timeline' }])
  const range = { start: place.position, end: place.position }
  const context = { diagnostics: [] }
  await connection.sendRequest('textDocument/codeAction', { textDocument: { uri: address }, range, context })
  expect(diagnostics()).not.toEqual([])
})
