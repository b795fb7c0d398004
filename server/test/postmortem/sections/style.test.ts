import { describe, expect, it } from 'vitest'
import type { Style } from '../../../src/templates/style.ts'
import { read } from '../read.ts'
import { clean, plainLines } from '../shapes.ts'

function check(text: string, style: Partial<Style>) {
  expect(read(text).style).toMatchObject(style)
}

describe('the style of a document', () => {
  it('is that of most of its titles', () => {
    check(clean, { title: { markup: 'atx', level: 2, closed: false }, label: 'bold', bullet: '-' })
    check(plainLines, { title: { markup: 'bold', colon: true } })
    check('### Summary ###\n\nDown.\n\n### Timeline ###\n\nx\n', {
      title: { markup: 'atx', level: 3, closed: true },
    })
    check('Summary\n-------\n\nDown.\n\nTimeline\n--------\n\nx\n', { title: { markup: 'setext', level: 2 } })
    check('Issue Summary\n\nDown.\n\nTimeline\n\nx\n', { title: { markup: 'plain', colon: false } })
    check('Issue Summary:\n\nDown.\n\nTimeline:\n\nx\n', { title: { markup: 'plain', colon: true } })
    check('**Issue Summary**\n\nDown.\n\n**Timeline**\n\nx\n', { title: { markup: 'bold', colon: false } })
  })

  it('is a level below the title if there is no section yet', () => {
    check('## Postmortem\n', { title: { markup: 'atx', level: 3, closed: false } })
  })

  it('has the bullets, the labels and the line endings of its author', () => {
    check('## Summary\r\n\r\n* Impact: all users\r\n* Root Cause: a bug\r\n', {
      bullet: '*',
      label: 'plain',
      lineEnding: '\r\n',
    })
  })
})
