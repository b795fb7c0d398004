import { expect, it } from 'vitest'
import { MarkdownDocument, maxLength } from '../../src/markdown/document.ts'
import { createService } from '../../src/service.ts'

const report = '# Postmortem: search is down\n\n## Timeline\n\n- 10:00 UTC - The alert fired.\n'
const filler = 'x\n'.repeat(maxLength / 2)
const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })

it('keeps the text and the places of a document of more than 8 million characters, and reads nothing', () => {
  const document = MarkdownDocument.from(report + filler)
  expect(document.isTooLong).toBe(true)
  expect(document.tree().children).toEqual([])
  expect(document.positionAt(report.length + 4)).toEqual({ line: 7, character: 0 })
  document.edit([{ start: 2, end: 12, text: 'Incident' }])
  expect(document.slice(0, 12)).toBe('# Incident: ')
  expect(document.length).toBe(report.length + filler.length - 2)
})

it('says that it is too long, and checks it as soon as it is no longer', () => {
  const document = service.open(report + filler)
  expect(document.report.recognition).toEqual({ postmortem: false, reason: 'too-long' })
  expect(service.check(document)).toEqual([])
  document.edit([{ start: report.length, end: report.length + filler.length, text: '' }])
  expect(document.report.recognition.postmortem).toBe(true)
  expect(document.markdown.tree()).toStrictEqual(MarkdownDocument.from(report).tree())
  expect(service.check(document)).toEqual(service.check(service.open(report)))
  document.edit([{ start: report.length, end: report.length, text: filler }])
  expect(document.report.recognition.reason).toBe('too-long')
})
