import type { PasteTimelineRequest } from '@postmortem/shared/paste'
import { afterEach, describe, expect, it } from 'vitest'
import { reportWith } from '../../features/report.ts'
import { address, type Editor, startEditor } from '../editor.ts'

const text = reportWith('from February 3, 2026, 13:10 to 14:00 UTC', '- 13:10 UTC - It broke.\n')
const lines = text.split('\n')
const message = 'On-call engineer  1:25 PM\nan alert fired'

let editor: Editor
afterEach(() => editor.close())

async function paste(line: number, more: Partial<PasteTimelineRequest.Params> = {}) {
  editor = await startEditor()
  await editor.open(text)
  const position = { line, character: 0 }
  const params: PasteTimelineRequest.Params = {
    uri: address,
    text: message,
    selection: { start: position, end: position },
    within: 'timeline',
    now: Date.UTC(2026, 1, 4),
    readerZone: 'UTC',
    ...more,
  }
  return editor.connection.sendRequest<PasteTimelineRequest.Result>('postmortem/pasteTimeline', params)
}

describe('the language server, for what is pasted into a timeline', () => {
  const behindEntry = lines.indexOf('- 13:10 UTC - It broke.') + 1

  it('makes entries of what it understands', async () => {
    const position = { line: behindEntry, character: 0 }
    expect(await paste(behindEntry)).toEqual({
      version: 1,
      range: { start: position, end: position },
      text: '- 13:25 UTC - an alert fired',
      order: 'kept',
    })
  })

  it('keeps out of the rest of the report, unless the writer asks', async () => {
    expect(await paste(0)).toBeNull()
    editor.close()
    const answer = await paste(0, { within: 'report' })
    expect(answer?.range.start).toEqual({ line: behindEntry - 1, character: 23 })
  })

  it('leaves unknown text and unknown documents alone', async () => {
    expect(await paste(behindEntry, { text: 'an alert fired' })).toBeNull()
    editor.close()
    expect(await paste(behindEntry, { uri: 'file:///closed.md' })).toBeNull()
  })
})
