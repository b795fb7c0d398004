import type { CheckTextRequest, CompareReportsRequest, StatusRequest } from '@postmortem/shared/checking'
import type { NewEntryRequest } from '@postmortem/shared/clientCommands'
import type { NewReportRequest, TemplatesRequest } from '@postmortem/shared/newReport'
import type { MoveSectionRequest } from '@postmortem/shared/outline'
import { afterEach, describe, expect, it } from 'vitest'
import type { CodeAction, Diagnostic } from 'vscode-languageserver'
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

  describe('and offers what would do away with what it found', () => {
    const reportOf = (fields: string, tasks = '') =>
      `---\n${fields}\n---\n\n# Postmortem\n\n## Timeline\n\n- 2024-05-03 10:00 UTC - Down.\n\n## Action Items\n\n${tasks}`
    const first = 'file:///team/first.md'

    /** The titles of the actions at the findings in the open report, and the texts that they would insert. */
    async function findRemedies(texts: Record<string, string>) {
      editor = await startEditor({
        experimental: { postmortem: true },
        textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
      })
      editor.connection.onRequest('postmortem/readReport', ({ uri }) => texts[uri] ?? null)
      await editor.open(texts[address] ?? '')
      for (const [uri, each] of Object.entries(texts)) await ask('checkText', { uri, text: each })
      const uris = Object.keys(texts)
      const found = await ask<CompareReportsRequest.Result<Diagnostic>>('compareReports', { uris })
      const diagnostics = found.find(({ uri }) => uri === address)?.diagnostics ?? []
      const context = { diagnostics: [...diagnostics] }
      const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
      const find = async (range = start) => {
        const params = { textDocument: { uri: address }, range, context }
        const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params)
        const own = actions.filter((each) =>
          each.diagnostics?.some(({ message }) => message === diagnostics[0]?.message),
        )
        const complete = (each: CodeAction) =>
          editor.connection.sendRequest<CodeAction>('codeAction/resolve', each)
        return Promise.all(own.map(async (each) => (each.edit === undefined ? complete(each) : each)))
      }
      return { diagnostics, find }
    }

    it('a link to the report with the same cause', async () => {
      const { diagnostics, find } = await findRemedies({
        [first]: reportOf('causes: [full-disk]\nservices: [search]').replace('05-03', '05-01'),
        [address]: reportOf('causes: [full-disk]\nservices: [search]'),
      })
      expect(diagnostics).toMatchObject([
        {
          code: 'cause-recurring',
          relatedInformation: [{ location: { uri: first, range: { start: { line: 1, character: 9 } } } }],
        },
      ])
      const at = { line: 3, character: 0 }
      expect(await find()).toMatchObject([
        {
          title: 'Name "team/first.md" under "related"',
          edit: {
            documentChanges: [
              {
                textDocument: { uri: address, version: 1 },
                edits: [{ range: { start: at, end: at }, newText: 'related: [team/first.md]\n' }],
              },
            ],
          },
        },
      ])
    })

    it('a link back, in a report that nobody has opened', async () => {
      const { find } = await findRemedies({
        [first]: reportOf('related: [other.md]'),
        [address]: reportOf('related: [team/first.md]'),
      })
      expect(await find()).toMatchObject([
        {
          title: 'Name this report in "team/first.md"',
          edit: {
            documentChanges: [
              { textDocument: { uri: first, version: null }, edits: [{ newText: ', ../report.md' }] },
            ],
          },
        },
      ])
    })

    it('and what silences it, as for any other finding', async () => {
      const { diagnostics, find } = await findRemedies({
        [first]: reportOf('related: [other.md]'),
        [address]: reportOf('related: [team/first.md]'),
      })
      const found = await find(diagnostics[0]?.range)
      expect(found.map(({ title }) => title)).toEqual([
        'Name this report in "team/first.md"',
        'Disable related-one-way in this file',
      ])
    })

    it('a tick, for the report as it is now', async () => {
      const task = 'Alert when the disk of the search is full (OPS-12)'
      const { find } = await findRemedies({
        [first]: reportOf('id: 1', `- [x] ${task}\n`),
        [address]: reportOf('id: 2', `- [ ] ${task}\n`),
      })
      await editor.type(0, 0, '\n')
      const box = { start: { line: 12, character: 3 }, end: { line: 12, character: 4 } }
      await editor.type(0, 1, '')
      expect(await find()).toMatchObject([
        {
          title: 'Tick the action item',
          edit: {
            documentChanges: [{ textDocument: { uri: address }, edits: [{ range: box, newText: 'x' }] }],
          },
        },
      ])
      await editor.type(4, 4, 'related: [somewhere/else.md]\n')
      const moved = { start: { line: 13, character: 3 }, end: { line: 13, character: 4 } }
      expect(await find()).toMatchObject([{ edit: { documentChanges: [{ edits: [{ range: moved }] }] } }])
      await editor.type(4, 4 + 'related: [somewhere/else.md]\n'.length, '')

      const start = editor.text().indexOf('[ ]')
      await editor.type(start, start + 3, '[x]')
      expect(await find()).toMatchObject([{ edit: { documentChanges: [{ edits: [{ range: box }] }] } }])
      await editor.type(start, editor.text().length, 'Nothing else.')
      expect(await find()).toEqual([])
    })
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
