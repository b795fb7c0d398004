import type { CheckTextRequest, CompareReportsRequest, StatusRequest } from '@postmortem/shared/checking'
import type { NewEntryRequest } from '@postmortem/shared/clientCommands'
import type { NewReportRequest, TemplatesRequest } from '@postmortem/shared/newReport'
import type { MoveSectionRequest } from '@postmortem/shared/outline'
import { afterEach, describe, expect, it } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver'
import { memoryFiles } from '../../config/memoryFiles.ts'
import { reportWith } from '../../features/report.ts'
import { address, type Editor, startEditor } from '../editor.ts'

const text = reportWith(
  '50 minutes, from February 3, 2026, 13:10 to 14:00 UTC',
  '- 13:10 UTC - It broke.\n- 13:25 UTC - An alert fired.',
)
const ordinary = '# Widgets\n\nA library.\n'

let editor: Editor
afterEach(() => editor.close())

async function open(content = text, files: Record<string, string> = {}) {
  editor = await startEditor({ experimental: { postmortem: true } }, undefined, memoryFiles(files))
  await editor.open(content)
}

const ask = <Result>(method: string, params: object = {}) =>
  editor.connection.sendRequest<Result>(`postmortem/${method}`, { uri: address, ...params })

describe('the language server, for the commands of our own client', () => {
  it('lists its templates, and begins a report from one', async () => {
    await open()
    const [first] = await ask<TemplatesRequest.Result>('templates')
    expect(first).toMatchObject({ id: 'holberton', name: 'Holberton' })
    const known = { template: 'holberton', title: 'Search down', severity: null, start: null }
    const { snippet, fileName } = await ask<NewReportRequest.Result>('newReport', known)
    expect(snippet).toMatch(/^# Postmortem: Search down\n/)
    expect(snippet).toContain('${1:{{start, with date\\}\\}}')
    expect(fileName).toMatch(/^\d{4}-\d\d-\d\d-search-down\.md$/)
  })

  it('inserts an entry, with its tab stop', async () => {
    await open()
    const result = await ask<NewEntryRequest.Result>('newEntry', { time: '13:15' })
    expect(result).toMatchObject({
      kind: 'inserted',
      edit: { version: 1, edits: [{ range: { start: { line: 10, character: 0 } } }] },
    })
  })

  it('moves a section, and says where it stands then', async () => {
    await open()
    const move = (line: number, to: MoveSectionRequest.Params['to']) =>
      ask<MoveSectionRequest.Result>('moveSection', { title: { line, character: 3 }, to })
    const timeline = text.split('\n').indexOf('## Timeline')
    const range = (start: number, end: number, character = 0) => ({
      start: { line: start, character: 0 },
      end: { line: end, character },
    })
    expect(await move(timeline, { line: 2, character: 3 })).toEqual({
      kind: 'moved',
      version: 1,
      edits: [
        {
          range: range(2, 2),
          text: '## Timeline\n\n- 13:10 UTC - It broke.\n- 13:25 UTC - An alert fired.\n\n',
        },
        { range: { start: { line: 5, character: 47 }, end: { line: 10, character: 29 } }, text: '' },
      ],
      from: range(timeline, 12),
      to: { line: 2, character: 0 },
    })
    expect(await move(timeline, 'down')).toMatchObject({ kind: 'moved', to: { line: 11, character: 0 } })
    expect(await move(2, 'up')).toEqual({
      kind: 'refused',
      reason: 'There is no section of the same level to move past.',
    })
    expect(await move(0, 'up')).toBeNull()
  })

  it('leads on from there to what else waits to be filled in, and then to what stands before', async () => {
    await open(
      '# Postmortem\n\n## Issue Summary\n\n{{a}}\n\n## Timeline\n\n- {{HH:MM}} {{time zone}} - {{b}}\n\n## Root Cause\n\n{{c}}\n',
    )
    const result = await ask<NewEntryRequest.Result>('newEntry', { time: '13:15' })
    const edits = result.kind === 'inserted' ? result.edit.edits : []
    expect(edits.map(({ snippet }) => snippet)).toEqual([
      '- 13:15 ${1:{{time zone\\}\\}} - ${2:{{What happened.\\}\\}}\n',
      '${3:{{HH:MM\\}\\}}',
      '${1:{{time zone\\}\\}}',
      '${4:{{b\\}\\}}',
      '${5:{{c\\}\\}}',
      '${6:{{a\\}\\}}',
    ])
    const told = await ask<NewEntryRequest.Result>('newEntry', { time: '13:15 CET It broke.' })
    expect(told.kind === 'inserted' ? told.edit.edits.map(({ snippet }) => snippet) : []).toEqual([
      '- 13:15 CET - It broke.$1\n',
      '${2:{{HH:MM\\}\\}}',
      '${3:{{time zone\\}\\}}',
      '${4:{{b\\}\\}}',
      '${5:{{c\\}\\}}',
      '${6:{{a\\}\\}}',
    ])
  })

  it('has no answer for a document that is no report', async () => {
    await open(ordinary)
    for (const method of ['absentSections', 'newEntry', 'placeholders', 'summary', 'countSelection']) {
      expect(await ask(method, { time: '13:15', ranges: [] })).toBeNull()
    }
  })

  it('checks a file that is not open, with the configuration of its folder', async () => {
    await open(ordinary, { 'file:///team/.postmortem.yml': 'rules: {section-missing: error}' })
    const check = (content: string) =>
      ask<CheckTextRequest.Result<Diagnostic>>('checkText', { uri: 'file:///team/report.md', text: content })
    const found = await check('# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timeline\n\nText.\n')
    expect(found?.filter(({ code }) => code === 'section-missing').map(({ severity }) => severity)).toEqual([
      1, 1,
    ])
    expect(await check(ordinary)).toBeNull()
  })

  it('compares the reports of the last check with each other', async () => {
    await open(ordinary)
    const [a, b, c] = ['file:///team/a%20b.md', 'file:///team/old/b.md', 'file:///team/c.md'] as const
    const check = (uri: string, fields: string) =>
      ask('checkText', {
        uri,
        text: `---\n${fields}\n---\n\n# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timeline\n\nText.\n`,
      })
    const compare = (...uris: readonly string[]) =>
      ask<CompareReportsRequest.Result<Diagnostic>>('compareReports', { uris })
    await check(a, 'id: "ä12"')
    await check(b, 'id: ä12')
    await check(c, 'id: ä13\nrelated: a%20b.md')
    const id = { start: { line: 1, character: 4 }, end: { line: 1, character: 7 } }
    expect(await compare(a, b, c)).toMatchObject([
      { uri: a, diagnostics: [{ code: 'report-duplicate', message: expect.stringContaining('"old/b.md"') }] },
      { uri: b, diagnostics: [{ code: 'report-duplicate', range: id, severity: 2 }] },
      { uri: c, diagnostics: [{ code: 'related-one-way', severity: 3 }] },
    ])
    await check(b, 'id: ä14')
    expect((await compare(a, b, c)).map(({ uri }) => uri)).toEqual([c])
    await check(b, 'id: ä12')
    expect(await compare(b, c)).toEqual([])
  })

  it('says what a document is held against, and why', async () => {
    await open(text, { 'file:///.postmortem.yml': 'template: holberton' })
    expect(await ask<StatusRequest.Result>('status')).toEqual({
      postmortem: true,
      reason: 'sections',
      template: { id: 'holberton', name: 'Holberton' },
      yardstick: { basis: 'chosen', present: expect.any(Number), required: 4 },
      configuration: 'file:///.postmortem.yml',
    })
  })

  it('says so also to whoever asks before the settings are known', async () => {
    editor = await startEditor({ workspace: { configuration: true } })
    const uri = 'file:///widgets.md'
    const opened = editor.open(ordinary, uri)
    const status = ask<StatusRequest.Result>('status', { uri })
    // As editors do behind the start of a server.
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    expect(await status).toMatchObject({ postmortem: false })
    await opened
  })
})
