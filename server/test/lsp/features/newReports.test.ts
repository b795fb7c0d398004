import type { BeginningsRequest, MomentRequest, NewReportRequest } from '@postmortem/shared/newReport'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryFiles } from '../../config/memoryFiles.ts'
import { type Editor, startEditor } from '../editor.ts'

let editor: Editor
afterEach(() => editor.close())

async function start(files: Record<string, string> = {}, settings: object = {}) {
  editor = await startEditor({ workspace: { configuration: true } }, () => settings, memoryFiles(files))
}

const uri = 'file:///reports/new.md'
const known = { title: 'Search down', severity: null, start: '2024-03-14 22:48', end: '2024-03-15 00:22' }
const ask = <Result>(method: string, params: object) =>
  editor.connection.sendRequest<Result>(`postmortem/${method}`, params)
const begin = (template: string, place: string | null = uri) =>
  ask<NewReportRequest.Result>('newReport', { ...known, template, uri: place })
const beginnings = (place: string | null = uri) => ask<BeginningsRequest.Result>('beginnings', { uri: place })

/** As it stands in the editor, with its tab stops. */
const plain = ({ snippet }: NewReportRequest.Result) =>
  snippet.replace(/\$\{\d+:(\{\{[^{}]*)\\\}\\\}\}/g, '$1}}')

/** What is found in the new report, besides that it is to be filled in. */
async function faults(text: string) {
  await editor.open(text, uri)
  return editor
    .diagnostics(uri)
    .filter(({ code }) => code !== 'placeholder-left')
    .map(({ message }) => message)
}

describe('the language server, while somebody begins a report', () => {
  it('lists the templates, that of the settings first', async () => {
    await start({}, { template: 'lightweight' })
    const { templates, severities } = await beginnings(null)
    expect(templates.map(({ id }) => id).slice(0, 3)).toEqual(['lightweight', 'holberton', 'google-sre'])
    expect(templates.length).toBe(8)
    expect(severities[0]).toBe('SEV1')
  })

  it('lists those of the team, and its severities, for a place in its folder', async () => {
    await start({
      'file:///.postmortem.yml':
        'template: ./ours.yml\ntemplatesBySeverity: { P1: google-sre, P2: lightweight }',
      'file:///ours.yml': 'name: Our outages\nsections: [{ id: summary, title: In short, body: "{{what}}" }]',
    })
    const { templates, severities } = await beginnings()
    expect(templates.map(({ name }) => name).slice(0, 2)).toEqual(['Our outages', 'Google SRE'])
    expect(severities).toEqual(['P1', 'P2'])
  })

  it('begins a report that is held against the template it was begun from', async () => {
    await start({ 'file:///.postmortem.yml': 'template: atlassian' })
    for (const id of ['holberton', 'google-sre', 'lightweight', 'public', 'atlassian']) {
      const text = plain(await begin(id))
      expect(/^ {2}template: (.+)$/m.exec(text)?.[1] ?? 'atlassian').toBe(id)
      expect(await faults(text)).toEqual([])
    }
  })

  it('names no template in a report that is known without', async () => {
    await start()
    expect(plain(await begin('holberton', null))).toMatch(/^# Postmortem: Search down\n/)
    expect(plain(await begin('google-sre'))).toMatch(/^# Postmortem: Search down\n/)
  })

  it('begins a report from the template of a team that nobody would know it by', async () => {
    await start({
      'file:///.postmortem.yml': 'template: ./ours.yml',
      'file:///ours.yml':
        'title: "Outage: {{what}}"\nwords: null\nsections: [{ id: why, title: Why, body: "{{what made it happen}}" }]',
    })
    const text = plain(await begin('ours'))
    expect(text).toMatch(/^---\npostmortem:\n {2}template: ours\n---\n\n# Outage: Search down\n\n## Why\n/)
    expect(await faults(text)).toEqual([])
  })

  it('names the file after the day of the start', async () => {
    await start()
    expect((await begin('holberton')).fileName).toBe('2024-03-14-search-down.md')
  })

  it('understands when it was, and says so', async () => {
    await start()
    const moment = (text: string, since: string | null) =>
      ask<MomentRequest.Result>('moment', { text, start: since, zone: 'CET' })
    expect(await moment('01:22', '2024-03-14 22:48')).toEqual({
      kind: 'understood',
      zone: null,
      moment: '2024-03-15 00:22',
      note: '2024-03-15 00:22 UTC, after 1 h 34 min',
    })
    expect(await moment('soon', null)).toMatchObject({ kind: 'refused' })
  })
})
