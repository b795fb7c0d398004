import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const sections = '## Summary\n\nText.\n\n## Timeline\n\n- 14:05 UTC: full\n\n## Root cause\n\nText.\n'

const isReport = (text: string, path = '') => read(text, path).recognition.postmortem

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

  it('with questions that guide whoever fills it in', () => {
    const questions =
      '## What happened?\n\n{{What people saw}}\n\n## What was the root cause?\n\n{{The cause}}\n'
    expect(isReport(`# Incident report\n\nBelow are guiding questions for the team.\n\n${questions}`)).toBe(
      false,
    )
    expect(isReport(`# Incident report\n\nThe guiding questions were lost.\n\n${questions}`)).toBe(true)
  })

  it('with front matter that a program fills in, or with the address of the form', () => {
    expect(isReport(`---\ntitle: "{{ replace .Name }}"\n---\n\n${sections}`)).toBe(false)
    expect(isReport(`# Title\n\nTemplate based on <https://example.com/form>\n\n${sections}`)).toBe(false)
    expect(isReport(`# Search\n\nThe template \`{{ name }}\` was empty.\n\n${sections}`)).toBe(true)
  })
})

describe('a template', () => {
  const named = (title: string) => `# ${title}\n\n${sections}`

  it('is no report if it says so', () => {
    const text =
      '**This is a template for incident reports.** Copy it.\n\n# [Date]: [Title]\n\n## Summary\n\n- Bulleted\n\n## Timeline\n\n- [Date and time] - Event\n\n## Action items\n\n- List\n'
    expect(isReport(text)).toBe(false)
  })

  it('is no report if the name of its file says so, although an incident may be about one', () => {
    for (const path of [
      'docs/TEMPLATE.md',
      'incidents/000 - Postmortem Template.md',
      'a/templateIncidentReport.md',
    ])
      expect(isReport(named('Incident'), path), path).toBe(false)
    for (const path of [
      'incidents/2024-05-10-template-rendering.md',
      'incidents/template-cache-outage.md',
      'docs/rca/0012-template-cache.md',
    ])
      expect(isReport(named('Incident'), path), path).toBe(true)
  })

  it.each(['docs/rca/0000-template.md', 'site/archetypes/incidents.md', 'team-templates/21_postmortem.md'])(
    'is no report in a file or a folder for templates: %s',
    (path) => {
      expect(isReport(named('Incident'), path)).toBe(false)
    },
  )

  it('is no report below a heading that calls it one', () => {
    const about = (title: string) =>
      `# ${title}\n\nA postmortem is a look back at an incident.\n\n## Incident: [short title]\n\n${named('Incident')}`
    expect(isReport(about('Incident Postmortem Template'))).toBe(false)
    expect(isReport(about('My first postmortem'))).toBe(true)
  })

  it('is no report if one of the names in its title says so', () => {
    const path = 'docs/rca.md'
    expect(isReport(named('Root Cause Analysis (RCA) / Post-mortem Template'), path)).toBe(false)
    expect(isReport(named('Root Cause Analysis / the template cache was lost'), path)).toBe(true)
  })
})

describe('an assignment', () => {
  it('is no report if it says in its own words what is wanted', () => {
    expect(
      isReport(
        '# 0x19. Postmortem\n\n## Background Context\n\nSystems fail.\n\n## Task\n\nWrite a postmortem document.\n\n### Requirements\n\n**Issue Summary:**\n- Duration of the outage with start and end times (including time zone).\n- The impact of the outage.\n\n**Timeline:**\n- When and how the issue was detected.\n- Misleading paths taken.\n\n**Root Cause and Resolution:**\n- The cause of the issue.\n',
      ),
    ).toBe(false)
  })

  it('is no report if it lists what to write', () => {
    const text =
      '# Postmortem\n\n### Issue Summary\n\n- short summary (5 sentences)\n- list the duration along with start and end times\n- state the impact\n- close with root cause\n\n### Timeline\n\n- list the time zone\n- when the outage began\n\n### Root Cause\n\n- give a detailed explanation\n'
    expect(isReport(text)).toBe(false)
  })

  it('is none for a sentence about the action items of a report, even if its timeline has only dates', () => {
    const text =
      '# Widget index postmortem\n\n## Summary\n\nRows were lost.\n\n## Root cause\n\nA flag.\n\n## Action items\n\nTo reflect their weight, these action items should have a priority:\n\n- P0 is urgent\n\n## Timeline\n\n| Date | Event |\n| --- | --- |\n| 2024-03-08 | The flag is set. |\n| 2024-04-09 | Rows are lost. |\n'
    expect(read(text).recognition).toEqual({ postmortem: true, reason: 'sections' })
  })
})
