import type { DeriveTemplateRequest } from '@postmortem/shared/houseTemplate'
import { afterEach, describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  WorkDoneProgress,
  type WorkDoneProgressReport,
} from 'vscode-languageserver/node'
import { memoryFiles } from '../../config/memoryFiles.ts'
import { type Editor, startEditor } from '../editor.ts'

let editor: Editor
afterEach(() => editor.close())

const report = (day: string) =>
  `# Postmortem of ${day}\n\n## Summary\n\nText.\n\n## Timeline\n\nText.\n\n## Machine Room\n\nText.\n`

const filesOf = (...texts: readonly string[]) =>
  texts.map((text, index) => ({ uri: `file:///incidents/${index}.md`, text }))

async function derive(
  files: DeriveTemplateRequest.Params['files'],
  configuration: Record<string, string> = {},
): Promise<DeriveTemplateRequest.Result> {
  editor = await startEditor({}, () => ({}), memoryFiles(configuration))
  return editor.connection.sendRequest('postmortem/deriveTemplate', { folder: 'incidents', files })
}

describe('the language server, when a template is derived from reports', () => {
  it('answers with a configuration file, and says how many files were reports', async () => {
    const result = await derive(
      filesOf(report('Monday'), '# Shopping\n', report('Tuesday'), report('Friday')),
    )
    expect(result).toMatchObject({ kind: 'derived', reports: 3, skipped: 1 })
    expect(result.kind === 'derived' && result.text).toMatch(
      /^# The template of the reports in incidents, derived from 3 of them\.\n[\s\S]*- id: machine-room\n/,
    )
  })

  it('counts the files as reports that the configuration says are', async () => {
    const strange = (day: string) => `# ${day}\n\n## Weather\n\nRain.\n\n## Sports\n\nNone.\n`
    const files = filesOf('Monday', 'Tuesday', 'Friday').map(({ uri, text }) => ({
      uri,
      text: strange(text),
    }))
    expect(await derive(files)).toMatchObject({ kind: 'refused' })
    await editor.close()
    const listed = { 'file:///incidents/.postmortem.yml': "files: ['*.md']" }
    expect(await derive(files, listed)).toMatchObject({ kind: 'derived', reports: 3 })
  })

  it('says why there is none', async () => {
    expect(await derive(filesOf(report('Monday'), '# Shopping\n'))).toEqual({
      kind: 'refused',
      reason: 'A template needs at least 3 reports. Reports found: 1. Choose a folder with more of them.',
    })
  })

  it('reports how far it is', async () => {
    editor = await startEditor({})
    const steps: WorkDoneProgressReport[] = []
    editor.connection.onProgress(WorkDoneProgress.type, 'a token', (step) => void steps.push(step as never))
    const files = filesOf(report('Monday'), report('Tuesday'), '# Shopping\n', report('Friday'))
    const params = { folder: 'incidents', files, workDoneToken: 'a token' }
    await editor.connection.sendRequest('postmortem/deriveTemplate', params)
    expect(steps).toEqual([
      { kind: 'begin', title: 'Reading the reports', percentage: 0 },
      ...[25, 50, 75, 100].map((percentage) => ({ kind: 'report', percentage })),
      { kind: 'end' },
    ])
  })

  it('can be cancelled', async () => {
    editor = await startEditor({})
    const source = new CancellationTokenSource()
    const files = filesOf(...Array.from({ length: 50 }, (_, index) => report(`day ${index}`)))
    const answer = editor.connection.sendRequest(
      'postmortem/deriveTemplate',
      { folder: 'incidents', files },
      source.token,
    )
    source.cancel()
    await expect(answer).rejects.toThrow('Cancelled')
  })
})
