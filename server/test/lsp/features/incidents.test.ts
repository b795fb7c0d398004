import type {
  IncidentGroupsRequest,
  IncidentPageRequest,
  IncidentsOfYearRequest,
  LibraryState,
  TasksRequest,
  TickTaskRequest,
} from '@postmortem/shared/incidents'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MemoryFiles, memoryFiles } from '../../config/memoryFiles.ts'
import { type Editor, startEditor } from '../editor.ts'

const mail = `# Postmortem: mail is late

- **Severity:** SEV2

## Timeline

- 2026-03-14 09:05 UTC - It broke.
- 2026-03-14 09:50 UTC - It works again.

## Action Items

- [ ] Add an alert (owner: Kim, due: 2026-04-01)
- [x] Buy a disk
`
const search = '# Postmortem: search \\<is\\> down\n\n## Timeline\n\n- 2025-01-02 03:04 UTC - It broke.\n'

const names = ['mail.md', 'search.md', 'README.md', 'secret.md']
const listed = names.map((name) => ({ uri: uriOf(name), name }))
const filter = { words: '', facets: [] }

let files: MemoryFiles
let editor: Editor

beforeEach(async () => {
  const texts = { [uriOf('mail.md')]: mail, [uriOf('search.md')]: search, [uriOf('README.md')]: '# Hello\n' }
  files = memoryFiles(texts)
  const ours = { experimental: { postmortem: true } }
  editor = await startEditor(ours, () => ({}), files)
})
afterEach(() => editor.close())

function uriOf(name: string): string {
  return `file:///team/${name}`
}

const ask = <Result>(method: string, params: object = {}) =>
  editor.connection.sendRequest<Result>(`postmortem/${method}`, { filter, ...params })
const read = () => ask<LibraryState>('readIncidents', { files: listed })
const groups = () => ask<IncidentGroupsRequest.Result>('incidentGroups')
const titles = async (year: string) =>
  (await ask<IncidentsOfYearRequest.Result>('incidentsOfYear', { year })).map(({ title }) => title)
const tasks = (urgency: string) => ask<TasksRequest.Result>('tasks', { urgency })
/** What the client is told comes some turns after what it tells. */
const until = async (isTrue: () => Promise<boolean>) => {
  while (!(await isTrue())) await editor.settle()
}

describe('all incidents of a workspace', () => {
  it('are listed by year, with what is known of them, and with the files that could not be read', async () => {
    expect(await read()).toEqual({ reports: 2, files: 4, filesRead: 4, isReading: false })
    expect(await groups()).toEqual({
      years: [
        { year: '2026', count: 1 },
        { year: '2025', count: 1 },
      ],
      tasks: [
        { urgency: 'overdue', count: 1 },
        { urgency: 'done', count: 1 },
      ],
      unread: [{ uri: uriOf('secret.md'), name: 'secret.md', reason: 'It cannot be read.' }],
    })
    expect(await ask('incidentsOfYear', { year: '2026' })).toEqual([
      {
        uri: uriOf('mail.md'),
        line: 0,
        name: 'mail.md',
        title: 'Mail is late',
        date: '2026-03-14',
        severity: 'SEV2',
        status: '',
        services: '',
        duration: '',
        open: 1,
        overdue: 1,
      },
    ])
  })

  it('are narrowed down by a filter, whose choices are counted when it is opened', async () => {
    await read()
    expect(await ask('incidentFacets')).toEqual([
      { kind: 'severity', value: 'SEV2', count: 1 },
      { kind: 'tasks', value: 'open', count: 1 },
      { kind: 'tasks', value: 'overdue', count: 1 },
    ])
    const words = { filter: { words: 'disk', facets: [] } }
    expect(await ask('incidentGroups', words)).toMatchObject({
      years: [],
      tasks: [{ urgency: 'done', count: 1 }],
    })
  })

  it('follow what is typed, before it is saved', async () => {
    await read()
    await editor.open(mail, uriOf('mail.md'))
    await editor.type(19, 21, 'was')
    await until(async () => (await titles('2026'))[0] === 'Mail was late')
    await editor.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: uriOf('mail.md') },
    })
    await until(async () => (await titles('2026'))[0] === 'Mail is late')
  })

  it('follow the files, and the client is told', async () => {
    await read()
    const before = editor.told('postmortem/incidentsChanged').length
    await editor.connection.sendNotification('postmortem/reportFiles', {
      changed: [],
      deleted: [uriOf('search.md')],
    })
    await editor.settle()
    expect(await titles('2025')).toEqual([])
    expect(editor.told('postmortem/incidentsChanged').slice(before)).toEqual([
      { reports: 1, files: 3, filesRead: 3, isReading: false },
    ])
  })

  it('cost no file again when one of them is edited', async () => {
    await read()
    await editor.open(mail, uriOf('mail.md'))
    files.asked.length = 0
    await editor.type(mail.length, mail.length, '- [ ] Write a test\n')
    await until(async () => (await tasks('undated')).length === 1)
    expect(files.asked).toEqual([])
  })
})

describe('the tick of a task', () => {
  it('is an edit of its checkbox, in the version of the document that is open', async () => {
    await read()
    const [task] = await tasks('overdue')
    expect(task).toMatchObject({ text: 'Add an alert (owner: Kim, due: 2026-04-01)', hasCheckbox: true })
    expect(await ask('tickTask', { ...task, done: true })).toBe(null)
    await editor.open(mail, uriOf('mail.md'))
    const start = { line: task!.line, character: 3 }
    expect(await ask<TickTaskRequest.Result>('tickTask', { ...task, done: true })).toEqual({
      version: 1,
      range: { start, end: { ...start, character: 4 } },
      text: 'x',
    })
  })
})

describe('the page of all incidents', () => {
  it('leads from every mark to a line of a report, and shows what reports say as text', async () => {
    await read()
    const { body } = await ask<IncidentPageRequest.Result>('incidentPage')
    expect(body).toContain('data-file="mail.md" data-line="1"')
    expect(body).toContain('Search &#60;is&#62; down')
    expect(body).not.toContain('<is>')
  })
})
