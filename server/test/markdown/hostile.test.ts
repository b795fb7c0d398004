import { describe, expect, it } from 'vitest'
import { loadVariants } from '../../../scripts/markdown/loadVariants.mjs'
import { maxDepth } from '../../src/markdown/depth.ts'
import type * as markdown from '../../src/markdown/document.ts'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { createService } from '../../src/service.ts'
import { checkTree } from './reference.ts'

const deep: Readonly<Record<string, string>> = {
  'list items': `${'- '.repeat(1500)}a`,
  quotations: `${'>'.repeat(3000)}a`,
  emphasis: `${'*'.repeat(2000)}a${'*'.repeat(2000)}`,
  links: `${'['.repeat(400)}a${'](b)'.repeat(400)}`,
}

describe('a line that is nested deeper than anybody writes', () => {
  const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })

  it.each(Object.entries(deep))('of %s breaks nothing, and leaves the rest as it is', (_, line) => {
    const report = `# Postmortem: search is down\n\n## Issue Summary\n\n${line}\n\n## Timeline\n\nText.\n`
    const document = service.open(report)
    const rules = service.check(document).map(({ rule }) => rule)
    expect(rules).toContain('section-missing')
    const start = report.indexOf(line)
    document.edit([{ start, end: start + line.length, text: 'Text.' }])
    checkTree(
      document.markdown,
      report.replace(line, () => 'Text.'),
    )
  })

  it('is kept to the depth up to which it is read', () => {
    const shallow = `${'> '.repeat(maxDepth - 4)}a`
    checkTree(MarkdownDocument.from(shallow), shallow)
  })
})

describe('an edit that fails', () => {
  it('leaves the document that the edited text makes', async () => {
    const change = {
      file: 'splice.ts',
      find: 'export function spliceOf(',
      replace:
        'export function spliceOf(...all) { if (all[2].text === "boom") throw new Error("boom"); return reallySpliceOf(...all) }\nfunction reallySpliceOf(',
    }
    const [variant] = await loadVariants<typeof markdown>('server/src/markdown/document.ts', [[change]])
    const document = variant!.MarkdownDocument.from('# One\n\ntwo [a]\n\n[a]: b\n')
    document.edit([{ start: 2, end: 5, text: 'boom' }])
    checkTree(document as MarkdownDocument, '# boom\n\ntwo [a]\n\n[a]: b\n')
    document.edit([{ start: 0, end: 0, text: 'x\n\n' }])
    checkTree(document as MarkdownDocument, 'x\n\n# boom\n\ntwo [a]\n\n[a]: b\n')
  })
})

function fail(message: string): never {
  throw new Error(message)
}
