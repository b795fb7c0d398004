import { describe, expect, it } from 'vitest'
import type { TitleForm } from '../../../src/postmortem/blocks/knownTitles.ts'
import { matchTitle } from '../../../src/postmortem/blocks/titles.ts'

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

  it.each([
    ['Origin of the incident', ['root-cause']],
    ['Why did it happen?', ['root-cause']],
    ['Why our main database went down', ['root-cause']],
    ['Root cause remediations', ['corrective']],
    ['What is being done about this?', ['corrective']],
    ["What we're doing to prevent this from happening again", ['corrective']],
    ["Making sure it doesn't happen again", ['corrective']],
    ['Prevention / Hardening', ['corrective']],
    ['Long-term fixes', ['corrective']],
    ['Medium-term improvements', ['corrective']],
    ['Near-term work', ['corrective']],
    ["What's next?", ['corrective']],
    ['Remediation plan in progress', ['corrective']],
    ['Recommended response actions', ['corrective']],
    ['Actions in progress', ['actions']],
    ['How did we fix it', ['resolution']],
    ['How the database was restored', ['resolution']],
    ['The fix', ['resolution']],
    ['Recovery steps taken', ['resolution']],
    ['How did we find out?', ['detection']],
    ['Who was affected?', ['impact']],
    ['What went down?', ['what-happened']],
    ['Summation', ['conclusion']],
    ['Incident at a glance', ['summary']],
    ['High-level synopsis', ['summary']],
    ['Chronology of the outage', ['timeline']],
    ['What happened, when', ['timeline']],
    ['Open follow-ups', ['actions']],
    ['Resolution and preventive methods', ['resolution', 'corrective']],
    [':rotating_light: Timeline', ['timeline']],
    ['2. :fire: Root cause :fire:', ['root-cause']],
  ])('in its own words is known by those that decide: %s', (title, ids) => {
    check(title, ids)
    check(title, ids, 'bold')
  })

  it.each([
    'Why it took so long',
    'Why was it not detected earlier?',
    'Why this project',
    'Why Kafka',
    'How to fix it yourself',
    'How we will fix it',
    'Fix the flaky test',
    'Cost summary',
    'Next release',
  ])('on another subject is none: %s', (title) => {
    check(title, null)
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

  it('may be misspelt in each of its words', () => {
    expect(matchTitle('Isue Sumary', 'heading')).toEqual({ ids: ['summary'], suggestion: 'issue summary' })
    expect(matchTitle('Rooot Cuase', 'bold')).toEqual({ ids: ['root-cause'], suggestion: 'root cause' })
    check('Fast lost', null)
  })

  it('on a bare line has to be exact', () => {
    check('Timeline', ['timeline'], 'bare')
    check('Tiemline', null, 'bare')
    check('Context', null, 'bare')
    check('Time', null, 'bare')
    check('Next steps and improvements', ['corrective', 'improvements'], 'bare')
    check('events and actions', null, 'bare')
    check('Events and actions.', null, 'bare')
    check('What next?', ['corrective'], 'heading')
    check('Impact and sumary', null, 'bare')
  })

  it.each(['Installation', 'Getting started', 'Motivation', 'API', 'License', 'Deadline', ''])(
    'that says something else is none: %s',
    (title) => {
      check(title, null)
    },
  )
})
