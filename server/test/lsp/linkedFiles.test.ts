import { afterEach, describe, expect, it } from 'vitest'
import type { ClientCapabilities, PublishDiagnosticsParams } from 'vscode-languageserver'
import { finish } from '../../src/checking/steps.ts'
import { type Existence, LinkedFiles } from '../../src/lsp/linkedFiles.ts'
import { memoryFiles } from '../config/memoryFiles.ts'
import { reportWith } from '../features/report.ts'
import { type Editor, startEditor } from './editor.ts'

const report = 'file:///team/reports/report.md'
const ours: ClientCapabilities = {
  experimental: { postmortem: true },
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
}
const other: ClientCapabilities = { workspace: { workspaceFolders: true } }

let editor: Editor

/** A report with these links in it, in an editor whose workspace has these files. */
async function open(links: string, names: readonly string[], capabilities = ours, uri = report) {
  const texts = Object.fromEntries(names.map((name) => [`file:///team/${name}`, '']))
  const files = memoryFiles(texts)
  editor = await startEditor(capabilities, undefined, files)
  await editor.open(reportWith('2 hours', `- 13:10 UTC - It broke. ${links}`), uri)
  return { texts, sought: files.sought }
}

/** What is said of links and of comments about them, at which text. */
const found = (uri = report) =>
  editor
    .diagnostics(uri)
    .filter(({ code }) => code === 'link-dead' || code === 'suppression-unused')
    .map(({ code, range: { start, end } }) => {
      const text = editor.text().split('\n')[start.line]!.slice(start.character, end.character)
      return `${code}: ${text}`
    })

const notify = async (method: string, params: object) => {
  await editor.connection.sendNotification(method, params)
  await editor.settle()
}
const comesOrGoes = (uri: string, type: number) =>
  notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] })

describe('the files that a report leads to', () => {
  afterEach(() => editor.close())

  it.each([
    ['our own client', ours],
    ['the disk of another editor', other],
  ])('are looked for by %s', async (_, capabilities) => {
    await open('[a](../runbook.md) ![b](img/graph.png) [c](gone.md)', ['runbook.md'], capabilities)
    expect(found()).toEqual(['link-dead: img/graph.png', 'link-dead: gone.md'])
  })

  it('are in any file system that our own client can reach', async () => {
    const uri = 'vscode-vfs://github/team/report.md'
    await open('[a](gone.md)', [], ours, uri)
    expect(found(uri)).toEqual(['link-dead: gone.md'])
  })

  it('are looked for nowhere else than in the workspace', async () => {
    const { sought } = await open('[a](../../elsewhere.md) [b](gone.md)', [], other)
    expect(found()).toEqual(['link-dead: gone.md'])
    expect(sought).toEqual(['file:///team/reports/gone.md'])
    editor.close()
    await open('[a](gone.md)', [], {})
    expect(found()).toEqual([])
  })

  it('are unknown to a report that is nowhere yet', async () => {
    const { sought } = await open('[a](gone.md)', [], ours, 'untitled:/team/report.md')
    expect(found('untitled:/team/report.md')).toEqual([])
    expect(sought).toEqual([])
  })

  it('clear the finding when they come, and bring it back when they go', async () => {
    const { texts } = await open('[a](img/graph.png)', [])
    expect(found()).toEqual(['link-dead: img/graph.png'])
    const graph = 'file:///team/reports/img/graph.png'
    texts[graph] = ''
    await comesOrGoes(graph, 1)
    expect(found()).toEqual([])
    delete texts[graph]
    await comesOrGoes('file:///team/reports/img', 3)
    expect(found()).toEqual(['link-dead: img/graph.png'])
    texts[graph] = ''
    await notify('textDocument/didSave', { textDocument: { uri: report } })
    expect(found()).toEqual([])
  })

  it('are asked for once, however much is typed elsewhere, and when other files come and go', async () => {
    const { sought } = await open('[a](gone.md), [again](gone.md)', [])
    expect(sought).toHaveLength(1)
    await editor.type(2, 2, 'Our ')
    await comesOrGoes('file:///team/reports/other.md', 1)
    await comesOrGoes('file:///team/reports/gone.md', 2)
    expect(sought).toHaveLength(1)
    expect(found()).toEqual(['link-dead: gone.md', 'link-dead: gone.md'])
  })

  it('are asked for when a link is written, and said nothing of before', async () => {
    await open('[a](gone.md)', ['reports/there.md'])
    const at = editor.text().indexOf('gone.md')
    await editor.type(at, at + 'gone'.length, 'there')
    expect(found()).toEqual([])
    await editor.type(at, at + 'there'.length, 'nowhere')
    expect(found()).toEqual(['link-dead: nowhere.md'])
  })

  it('have their quick fixes', async () => {
    await open('[a](./https://shop.dev/a)', [])
    const dead = editor.diagnostics(report).find(({ code }) => code === 'link-dead')
    const titles = (await editor.codeActions(dead!.range)).map(({ title }) => title)
    expect(titles).toContain('Link to "https://shop.dev/a"')
  })

  it('make no comment useless as long as nobody knows of them', async () => {
    const comment = '<!-- postmortem-disable-line link-dead -->'
    await open(`[a](gone.md) ${comment}`, [])
    expect(found()).toEqual([])
    const published = editor.told<PublishDiagnosticsParams>('textDocument/publishDiagnostics')
    const said = published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))
    expect(said).not.toContain('suppression-unused')
    editor.close()
    await open(`[a](gone.md) ${comment}`, ['reports/gone.md'])
    expect(found()).toEqual(['suppression-unused: link-dead'])
  })

  it('are watched while a report leads to one, and not before or after', async () => {
    await open('It is over.', [])
    expect(editor.watched()).not.toContain('**/*')
    await editor.open(reportWith('2 hours', '- 13:10 UTC - [a](gone.md)'), report)
    expect(editor.watched()).toContain('**/*')
    await notify('textDocument/didClose', { textDocument: { uri: report } })
    await editor.settle()
    expect(editor.watched()).not.toContain('**/*')
  })

  it('are found for a report that nobody has open', async () => {
    await open('', [])
    const text = reportWith('2 hours', '- 13:10 UTC - It broke. [a](gone.md)')
    const params = { uri: 'file:///team/other.md', text }
    const checked = await editor.connection.sendRequest<{ code: string }[]>('postmortem/checkText', params)
    expect(checked.map(({ code }) => code)).toContain('link-dead')
  })
})

/** A check that asks about these files. */
function lookUp(files: LinkedFiles, paths: readonly string[]): readonly Existence[] {
  return finish(
    files.check(report, function* (hasFile) {
      yield
      return paths.map(hasFile)
    }),
  )
}

describe('looking for files', () => {
  it('asks one question at a time, with all that was typed meanwhile in the next one', async () => {
    const questions: (readonly string[])[] = []
    const answers: ((existences: readonly Existence[]) => void)[] = []
    const news: string[] = []
    const files = new LinkedFiles(
      (_, paths) => {
        questions.push(paths)
        return new Promise((resolve) => answers.push(resolve))
      },
      (document) => news.push(document),
    )
    const check = (...paths: string[]) => lookUp(files, paths)
    check('a')
    check('ab')
    expect(check('abc', 'd')).toEqual(['unknown', 'unknown'])
    answers.shift()?.([true])
    await Promise.resolve()
    await Promise.resolve()
    expect(questions).toEqual([['a'], ['abc', 'd']])
    answers.shift()?.([false])
    await Promise.resolve()
    await Promise.resolve()
    expect(check('abc', 'd')).toEqual([false, 'unknown'])
    expect(questions).toHaveLength(2)
    expect(news).toEqual([report, report])
  })

  it('takes for unknown what cannot be answered, and asks no more until something happens', async () => {
    let questions = 0
    const files = new LinkedFiles(
      () => {
        questions += 1
        return Promise.reject(new Error('no connection'))
      },
      () => expect.unreachable('nothing is new'),
    )
    const check = () => lookUp(files, ['a'])
    for (let time = 0; time < 3; time += 1) {
      expect(check()).toEqual(['unknown'])
      await new Promise(setImmediate)
    }
    expect(questions).toBe(1)
    files.refresh(report)
    expect(questions).toBe(2)
  })
})
