import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const sections =
  '## Summary\n\nSearch was down.\n\n## Timeline\n\n- 10:00 - Down.\n- 10:20 - Up.\n\n## Root Cause\n\nA full disk.\n\n## Action Items\n\n- Add an alert.\n'

function isReport(text: string, path = ''): boolean {
  return read(text, path).recognition.postmortem
}

describe('a document that says what to do is no report', () => {
  it.each([
    'Disaster Recovery Plan',
    '🚑 Incident Playbook',
    'Incident Runbook: slow search',
    'Runbook: slow search',
    'Change Control Document: keys replaced',
    'Lessons learned from building a small cluster',
    'Incident response',
    'Production incident management process',
  ])('by its title: %s', (title) => {
    expect(isReport(`# ${title}\n\n${sections}`)).toBe(false)
    expect(isReport(`---\ntitle: ${title}\n---\n\n${sections}`)).toBe(false)
  })

  it.each([
    'Incident response: search was down on 3 May',
    'The plan that filled the disk',
    'Search is down: the playbook was wrong',
    'Lessons learned from losing the index',
    'Failed rollout plan of the search',
  ])('while the title of a report may have the same words: %s', (title) => {
    expect(isReport(`# ${title}\n\n${sections}`)).toBe(true)
  })

  it.each([
    'This runbook describes what to do while the search is slow.',
    'This document provides step-by-step procedures for a lost disk.',
    'A checklist for the hour after an outage.',
  ])('by a sentence at its top: %s', (sentence) => {
    expect(isReport(`# Search\n\n${sentence}\n\n${sections}`)).toBe(false)
  })

  it('while a report may say what it describes', () => {
    expect(isReport(`# Search\n\nThis document describes the steps that we took.\n\n${sections}`)).toBe(true)
    expect(isReport(`# Search\n\n${sections}\nThis runbook describes what to do.\n`)).toBe(true)
  })

  it('by front matter that instructions for a program have', () => {
    expect(
      isReport(`---\nname: review\ndescription: Ask what broke\n---\n\n# Postmortem\n\n${sections}`),
    ).toBe(false)
    expect(
      isReport(
        `---\ntitle: Search\nname: review\ndescription: What broke\n---\n\n# Postmortem\n\n${sections}`,
      ),
    ).toBe(true)
  })

  it('by headings that ask when and why postmortems are written', () => {
    const chapters = '## Why postmortems matter\n\nThey teach.\n\n## When to write a postmortem\n\nSoon.\n\n'
    expect(isReport(`# Postmortems\n\n${chapters}${sections}`)).toBe(false)
    expect(
      isReport(`# Postmortem of the search\n\n${sections}## Why the postmortem is late\n\nA trip.\n`),
    ).toBe(true)
  })
})

describe('a blank form is no report', () => {
  it.each([
    "Modèle de rapport d'incident",
    'Plantilla de informe de incidente',
    'Postmortem-Vorlage',
    'Vorlage für den Postmortem-Bericht',
    'Modelo de relatório de incidente',
  ])('in other languages: %s', (title) => {
    expect(isReport(`# ${title}\n\n${sections}`)).toBe(false)
  })

  it('while an incident may be about a model', () => {
    expect(isReport(`# Incident report: modèle absent\n\n${sections}`)).toBe(true)
    expect(isReport(`# Postmortem: lost template\n\n${sections}`)).toBe(true)
  })

  it('with front matter that a program fills in, or with the address of the form', () => {
    expect(isReport(`---\ntitle: "{{ replace .Name }}"\n---\n\n${sections}`)).toBe(false)
    expect(isReport(`# Title\n\nTemplate based on <https://example.com/form>\n\n${sections}`)).toBe(false)
    expect(isReport(`# Search\n\nThe template \`{{ name }}\` was empty.\n\n${sections}`)).toBe(true)
  })
})

describe('a text about several incidents is no report of one', () => {
  const problem = (name: string) =>
    `## ${name}\n\n**Symptom:** The ${name} was down.\n\n**Root cause:** A typo.\n\n**Fix:** Another letter.\n\n`
  const problems = ['door', 'lamp', 'bell'].map(problem).join('')

  it('as a log in which each problem has a cause and a fix of its own', () => {
    expect(isReport(`# Root cause analysis log\n\n${problems}`)).toBe(false)
    expect(isReport(`# Postmortem\n\n${problems}`)).toBe(false)
  })

  it('while one incident may have several causes', () => {
    expect(isReport(`# Postmortem\n\n## Timeline\n\n- 10:00 - Down.\n- 10:20 - Up.\n\n${problems}`)).toBe(
      true,
    )
    expect(isReport(`# Postmortem\n\n${problem('door')}${problem('lamp')}`)).toBe(true)
  })

  it.each([
    'This page documents the past incidents of the search.',
    'A collection of useful post-mortems.',
    'A curated list of real outages.',
  ])('as a collection that says so: %s', (sentence) => {
    expect(isReport(`# Search\n\n${sentence}\n\n${sections}`)).toBe(false)
  })
})

describe('a look back at an undertaking', () => {
  const short = 'The server was down on 3 May at 10:00.\n\n## Solution\n\nA new one.\n'

  it('is no report as slides, as the end of an epic, or once it is archived', () => {
    expect(isReport(`build-lists: true\n\n# The Post-Mortem\n\n${short}`)).toBe(false)
    expect(isReport(`# Epic 3 Retrospective\n\n${short}`)).toBe(false)
    expect(isReport(`# Post-Mortem\n\n**Archived:** 2026-04-23\n\n${short}`)).toBe(false)
    expect(isReport(`# The Post-Mortem\n\n${short}`)).toBe(true)
  })
})

describe('a file named after the response to incidents', () => {
  const short =
    '## Summary\n\nA key was public.\n\n## What happened\n\nSomeone saw it.\n\n## Lessons Learned\n\n- Scan.\n'

  it('is a plan, unless its title names an incident', () => {
    const path = 'docs/incident-response.md'
    expect(isReport(`# Security incident: a public key\n\n${short}`, path)).toBe(true)
    expect(isReport(`# Security incident: what to do\n\n${short}`, path)).toBe(false)
    expect(isReport(`# Keys\n\n${short}`, path)).toBe(false)
  })
})
