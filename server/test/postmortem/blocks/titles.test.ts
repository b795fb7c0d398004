import { describe, expect, it } from 'vitest'
import { matchTitle, type TitleForm } from '../../../src/postmortem/blocks/titles.ts'

function check(title: string, ids: readonly string[] | null, form: TitleForm = 'heading') {
  expect(matchTitle(title, form)?.ids ?? null, title).toEqual(ids)
}

describe('a title', () => {
  it.each([
    ['Issue Summary', ['summary']],
    ['ISSUE SUMMARY:', ['summary']],
    ['1. Issue Summary', ['summary']],
    ['II. Timeline', ['timeline']],
    ['🕒 Timeline', ['timeline']],
    ['Timeline (all times in UTC)', ['timeline']],
    ['Summary of the outage', ['summary']],
    ['Detailed incident timeline', ['timeline']],
    ['Root Cause & Resolution', ['root-cause-and-resolution']],
    ['Corrective and Preventive Measures', ['corrective']],
    ['Lessons Learnt', ['lessons']],
    ['Improvements/Fixes', ['improvements']],
    ['What went well?', ['lessons.well']],
    ["What we're doing about it", ['corrective']],
  ])('%s is recognised', (title, ids) => {
    check(title, ids)
  })

  it('that names several sections stands for all of them', () => {
    check('Impact and Root Cause', ['impact', 'root-cause'])
    check('Timeline, Detection & Impact', ['timeline', 'detection', 'impact'])
  })

  it('that is misspelt is recognised, and its spelling is known', () => {
    expect(matchTitle('Tiemline', 'heading')).toEqual({ ids: ['timeline'], suggestion: 'timeline' })
    expect(matchTitle('Isue Summary', 'bold')).toEqual({ ids: ['summary'], suggestion: 'issue summary' })
    expect(matchTitle('Corective and Preventative Mesures', 'label')?.suggestion).toBe(
      'corrective and preventative measures',
    )
  })

  it('on a bare line has to be exact', () => {
    check('Timeline', ['timeline'], 'bare')
    check('Tiemline', null, 'bare')
    check('Context', null, 'bare')
    check('Time', null, 'bare')
  })

  it.each(['Installation', 'Getting started', 'Motivation', 'API', 'License', 'Deadline', ''])(
    'that says something else is none: %s',
    (title) => {
      check(title, null)
    },
  )
})
