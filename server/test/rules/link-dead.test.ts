import { describe, expect, it } from 'vitest'
import { createService } from '../../src/service.ts'
import { apply } from './findings.ts'

const logger = { warn: () => {}, error: () => {} }
const service = createService({ logger, clock: () => 0 })

/** The addresses that are reported where exactly these files are there. */
function check(body: string, files: readonly string[] | 'unknown'): readonly string[] {
  const text = `# Postmortem: lost orders\n\n${body}\n`
  return findingsIn(text, files).map(({ range }) => text.slice(range.start, range.end))
}

function findingsIn(text: string, files: readonly string[] | 'unknown') {
  const hasFile = (path: string) => (files === 'unknown' ? files : files.includes(path))
  return service.check(service.open(text), hasFile).filter(({ rule }) => rule === 'link-dead')
}

describe('link-dead', () => {
  it('reports files that are not there, at their path', () => {
    const body =
      '![Orders](img/orders.png) and [the runbook](../runbook.md#restart "Runbook")\n\n[fix]: fix.patch'
    expect(check(body, [])).toEqual(['img/orders.png', '../runbook.md#restart', 'fix.patch'])
    expect(check(body, ['img/orders.png', '../runbook.md', 'fix.patch'])).toEqual([])
  })

  it('says what is missing before the name of a host, and adds it', () => {
    const text = '# Postmortem: lost orders\n\n[a](status.shop.io/history?page=2) [b](notes.v2.md)\n'
    const [host, file] = findingsIn(text, [])
    expect(host?.message).toBe(
      'This link points to a file, because "https://" is missing before "status.shop.io/history?page=2". Add it.',
    )
    expect(apply(text, host!.fixes[0]!.edits)).toContain('[a](https://status.shop.io/history?page=2)')
    expect(file?.message).toMatch(/^The file "notes.v2.md"/)
    expect(check('[a](status.shop.io)', ['status.shop.io'])).toEqual([])
  })

  it('keeps silent on files where nobody looked for them', () => {
    expect(check('![Orders](img/orders.png)', 'unknown')).toEqual([])
  })

  it('looks for the path that is meant by an escaped one', () => {
    const body = '[a](img/number%20of%20orders.png) [b](<img/b c.png>)'
    expect(check(body, ['img/number of orders.png'])).toEqual(['img/b c.png'])
  })

  it('leaves it to a site to find what an HTML tag of its article names', () => {
    const body = '<img src="img/orders.png" alt="Orders"> and [the runbook](runbook.md)'
    expect(check(body, [])).toEqual(['img/orders.png', 'runbook.md'])
    const article = `+++\ntitle = "Lost orders"\n+++\n\n# Postmortem: lost orders\n\n${body}\n`
    expect(findingsIn(article, []).map(({ range }) => article.slice(range.start, range.end))).toEqual([
      'runbook.md',
    ])
  })

  it('takes a page of a site for the Markdown file that it is made of', () => {
    expect(check('[a](runbook) [b](runbook.html) [c](runbook/)', ['runbook.md'])).toEqual([])
  })

  it.each([
    'https://shop.dev/a',
    'mailto:a@shop.dev',
    '/docs/a.md',
    '//shop.dev/a',
    '{{address}}',
    '<%= url %>',
    '~/a',
  ])('leaves %s alone', (address) => {
    expect(check(`[a](<${address}>)`, [])).toEqual([])
  })

  it.each([
    ['## Root Cause & Resolution', 'root-cause--resolution'],
    ['## Root Cause & Resolution', 'root-cause-resolution'],
    ['## What happened?', 'what-happened'],
    ['## `checkout` is slow', 'checkout-is-slow'],
    ['## Ursache: Überlast', 'ursache-überlast'],
    ['## Notes\n\n## Notes', 'notes-1'],
    ['Notes\n-----', 'Notes'],
    ['<a name="notes"></a>', 'notes'],
    ['## Any', 'top'],
  ])('knows that %j is linked to by #%s', (heading, anchor) => {
    expect(check(`[a](#${anchor})\n\n${heading}`, 'unknown')).toEqual([])
  })

  it('corrects a link that is off by a letter, and only where one heading is near', () => {
    const text = '# Postmortem: lost orders\n\n[a](#time-line-utd)\n\n## Time line UTC\n'
    const [finding] = findingsIn(text, 'unknown')
    const fixed = apply(text, finding!.fixes[0]!.edits)
    expect(fixed).toBe(text.replace('#time-line-utd', '#time-line-utc'))
    expect(findingsIn(fixed, 'unknown')).toEqual([])
    const [unsure] = findingsIn(`${text}\n## Time line UTX\n`, 'unknown')
    expect(unsure!.fixes).toEqual([])
  })

  it('corrects an address that was written as a path', () => {
    const text = '# Postmortem: lost orders\n\n[a](./https://shop.dev/a)\n'
    const fixed = apply(text, findingsIn(text, [])[0]!.fixes[0]!.edits)
    expect(fixed).toBe(text.replace('./', ''))
    expect(findingsIn(fixed, [])).toEqual([])
  })
})
