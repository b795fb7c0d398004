import { describe, expect, it } from 'vitest'
import { complete } from '../reports.ts'
import { makeFolder, postmortem } from '../terminal.ts'

const report = (title: string, cause: string) =>
  complete
    .replace('# Postmortem', `# Postmortem: ${title}`)
    .replace('## Root Cause and Resolution\n\nText.', `## Root Cause and Resolution\n\n${cause}`)

const folder = makeFolder({
  'new.md': report('checkout is down', 'The certificate of the proxy had expired.'),
  'old/proxy.md': report('proxy is down', 'An expired certificate, which nobody had renewed.'),
  'old/disk.md': report('search is down', 'The disk was full.'),
  'notes.md': '# Notes\n',
})

describe('postmortem similar', () => {
  it('shows the incidents that look like this one, with the words', async () => {
    const { output, status } = await postmortem('similar new.md', { folder })
    expect(output.split('\n')[1]).toMatch(/Proxy is down\s+certificate, expired, proxy\s+old\/proxy\.md:1$/)
    expect(output).not.toContain('new.md')
    expect(status).toBe(0)
  })

  it('writes Markdown and JSON', async () => {
    expect((await postmortem('similar new.md --format markdown', { folder })).output).toContain(
      '[Proxy is down](old/proxy.md) | certificate, expired, proxy |',
    )
    const [first] = JSON.parse((await postmortem('similar new.md old --format json', { folder })).output)
    expect(first).toMatchObject({ file: 'old/proxy.md', line: 1, words: ['certificate', 'expired', 'proxy'] })
  })

  it('says that there is none, or that the file is no report', async () => {
    expect((await postmortem('similar old/disk.md', { folder })).output).toBe(
      'No other incident looks like this one.\n',
    )
    expect((await postmortem('similar notes.md', { folder })).errors).toContain('"notes.md" is not a report.')
    expect((await postmortem('similar', { folder })).errors).toContain('Name the report to compare.')
  })
})
