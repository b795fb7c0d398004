import { afterEach, describe, expect, it } from 'vitest'
import type { CompletionItem } from 'vscode-languageserver'
import { memoryFiles } from '../../config/memoryFiles.ts'
import { reportWith } from '../../features/report.ts'
import { type Editor, startEditor } from '../editor.ts'

const configuration = 'file:///team/.postmortem.yml'
const report = 'file:///team/report.md'
const body = reportWith('from February 3, 2026, 13:10 to 14:00 UTC', '- 13:10 UTC - It broke.')
const ofTheTeam = {
  [configuration]: 'templatesBySeverity: {Major: ./big.yml}',
  'file:///team/big.yml': 'id: big',
}

let editor: Editor
afterEach(() => editor.close())

/** What is offered at the bar. */
async function offer(marked: string, uri = report, saved: Record<string, string> = {}) {
  editor = await startEditor({}, undefined, memoryFiles(saved))
  const before = marked.slice(0, marked.indexOf('‸')).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)!.length }
  await editor.open(marked.replace('‸', ''), uri)
  const params = { textDocument: { uri }, position }
  const items = await editor.connection.sendRequest<CompletionItem[] | null>(
    'textDocument/completion',
    params,
  )
  editor.close()
  return items ?? []
}

async function check(
  marked: string,
  expected: readonly string[],
  uri?: string,
  saved?: Record<string, string>,
) {
  expect((await offer(marked, uri, saved)).map(({ label }) => label)).toEqual(expected)
}

const inFrontMatter = (lines: string) => `---\n${lines}\n---\n\n${body}`

describe('completion in an editor', () => {
  it('offers the severities that the team has templates for, else the usual ones', async () => {
    const usual = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']
    const labelled = body.replace('## Issue', 'Severity: ‸\n\n## Issue')
    await check(labelled, usual)
    await check(labelled, ['Major'], report, ofTheTeam)
    await check(inFrontMatter('severity: ‸'), usual)
    await check(inFrontMatter('severity: ‸'), ['Major'], report, ofTheTeam)
  })

  it('offers in front matter what concerns us, over what was typed', async () => {
    const filing = [
      'severity',
      'status',
      'id',
      'services',
      'trigger',
      'causes',
      'related',
      'near-miss',
      'reviewers',
    ]
    await check(inFrontMatter('‸'), [...filing, 'postmortem'])
    await check(inFrontMatter('severity: SEV1\nstatus: re‸'), ['draft', 'review', 'published'])
    const settings = ['template', ...filing, 'timeZone', 'dateOrder', 'audience', 'rules']
    await check(inFrontMatter('postmortem:\n  ‸'), settings)
    await check(inFrontMatter('postmortem: ‸'), ['true', 'false'])
    await check(inFrontMatter('postmortem:\n  audience: ‸'), ['internal', 'public'])
    const [zone] = await offer(inFrontMatter('postmortem:\n  timeZone: Eur‸ope/Rome'))
    expect(zone).toMatchObject({
      label: 'UTC',
      textEdit: {
        range: { start: { line: 2, character: 12 }, end: { line: 2, character: 23 } },
        newText: 'UTC',
      },
    })
  })

  it('offers there the templates of the team, and the rules with what they ask for', async () => {
    const templates = await offer(inFrontMatter('postmortem:\n  template: ‸'), report, ofTheTeam)
    expect(templates.map(({ label }) => label)).toEqual(expect.arrayContaining(['holberton', 'big']))
    const rules = await offer(inFrontMatter('postmortem:\n  rules:\n    ‸'))
    expect(rules).toContainEqual(
      expect.objectContaining({
        label: 'link-dead',
        detail: 'Every link within the repository points to something that exists.',
      }),
    )
  })

  it('offers the keys and values of a configuration file in YAML', async () => {
    await check(
      'templatesBySeverity:\n  SEV1: holberton\n  SEV‸',
      ['SEV2', 'SEV3', 'SEV4', 'SEV5'],
      configuration,
    )
    await check('dateOrder: ‸', ['DMY', 'MDY', 'YMD'], configuration)
    const [first] = await offer('‸', configuration)
    expect(first).toMatchObject({ label: '$schema', detail: expect.any(String) })
    await check('{"‸"}', [], 'file:///team/.postmortem.json')
  })

  it('offers nothing in the front matter of any other document', async () => {
    await check('---\nseverity: ‸\n---\n\n# Widgets\n', [])
    await check('---\n‸\n---\n\n# Widgets\n', [])
  })

  it('offers the words by which the team files its reports', async () => {
    const saved = { [configuration]: 'vocabulary: { services: [checkout, mail], causes: [capacity] }' }
    await check(inFrontMatter('services: [checkout, ‸]'), ['mail'], report, saved)
    await check(inFrontMatter('causes:\n  - ‸'), ['capacity'], report, saved)
    await check(inFrontMatter('status: ‸'), ['draft', 'review', 'published'])
  })
})
