import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { writeConfluence } from '../../src/publishing/confluence.ts'
import { writeHtml } from '../../src/publishing/html.ts'

const treeOf = (text: string) => MarkdownDocument.from(text).tree()
const hash = (text: string) => createHash('sha256').update(text).digest('base64')

function bodyOf(text: string): string {
  const page = writeHtml(treeOf(text), { name: 'report.md', hash })
  return /<main>\n([\s\S]*)<\/main>/.exec(page)?.[1] ?? ''
}

const confluence = (text: string) => writeConfluence(treeOf(text))

describe('a report as HTML', () => {
  it('keeps headings, emphasis, lists, tables, quotations and code', () => {
    expect(bodyOf('# Search is down\n\nIt was **very** _slow_, `rm` and ~~fast~~.\n')).toBe(
      '<h1 id="search-is-down">Search is down</h1>\n<p>It was <strong>very</strong> <em>slow</em>, <code>rm</code> and <del>fast</del>.</p>\n',
    )
    expect(bodyOf('3. a\n4. b\n   - c\n')).toBe(
      '<ol start="3">\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n',
    )
    expect(bodyOf('| a | b |\n| - | - |\n| 1 | 2 |\n')).toBe(
      '<table><tbody>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table>\n',
    )
    expect(bodyOf('> a\n\n---\n\n```js\nif (a < b) {}\n```\n')).toBe(
      '<blockquote>\n<p>a</p>\n</blockquote>\n<hr/>\n<pre><code>if (a &#60; b) {}</code></pre>\n',
    )
  })

  it('shows boxes of tasks, notes, and links by name', () => {
    expect(bodyOf('- [x] a\n- [ ] b\n')).toBe(
      '<ul class="tasks">\n<li><input type="checkbox" disabled aria-label="done" checked> a</li>\n<li><input type="checkbox" disabled aria-label="open"> b</li>\n</ul>\n',
    )
    expect(bodyOf('- [x] a\n- b\n')).toContain('<li>☑ a</li>')
    const text = 'See[^1] [x][y].\n\n[^1]: Why.\n\n[y]: https://pages.example/a?b&c\n'
    expect(bodyOf(text)).toContain('<sup><a href="#note-1">1</a></sup>')
    expect(bodyOf(text)).toContain('<li id="note-1">\n<p>Why.</p>\n</li>'.replace('>\n<p', '><p'))
    expect(bodyOf(text)).toContain('<a href="https://pages.example/a?b&#38;c" rel="noreferrer">x</a>')
  })

  it('links to headings that are there, and to no others', () => {
    const text =
      '# A\n\n## Why, exactly?\n\n## Why, exactly?\n\n[1](#why-exactly) [2](#why-exactly-1) [3](#what)\n'
    expect(bodyOf(text)).toContain('<a href="#why-exactly">1</a> <a href="#why-exactly-1">2</a> 3')
  })

  it('is named by its title, or by its file', () => {
    expect(writeHtml(treeOf('# A `b` &lt;/title> </title>\n'), { name: 'c.md', hash })).toContain(
      '<title>A b &#60;/title&#62;</title>',
    )
    expect(writeHtml(treeOf('a\n'), { name: 'c.md', hash })).toContain('<title>c.md</title>')
  })
})

describe('a report in the storage format of Confluence', () => {
  it('has its tasks, code and pictures as elements of its own', () => {
    expect(confluence('- [x] a\n- [ ] b\n')).toBe(
      '<ac:task-list>\n<ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>a</ac:task-body></ac:task>\n<ac:task><ac:task-id>2</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>b</ac:task-body></ac:task>\n</ac:task-list>\n',
    )
    expect(confluence('![The graph](https://pages.example/a.png)\n')).toBe(
      '<p><ac:image ac:alt="The graph"><ri:url ri:value="https://pages.example/a.png"/></ac:image></p>\n',
    )
  })

  it('ends no code before its end', () => {
    expect(confluence('```\na]]><ac:link/>\n```\n')).toBe(
      '<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[a]]]]><![CDATA[><ac:link/>]]></ac:plain-text-body></ac:structured-macro>\n',
    )
  })
})

describe.each([
  ['HTML', bodyOf],
  ['Confluence', confluence],
] as const)('in %s, text is only ever text', (_, write) => {
  const attacks = [
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x]( data:text/html,<b>1</b> )',
    '[x](vbscript:a "t")',
    '![x](javascript:alert(1))',
    '![x" onerror="alert(1)](https://a.example/b")',
    '[x][y]\n\n[y]: javascript:alert(1)\n',
    '`<script>`',
    '# <iframe src=https://a.example></iframe>',
    '[a"b](https://a.example/"><script>alert(1)</script>)',
    '<!-- a --><svg onload=alert(1)>',
    '[^1]\n\n[^1]: <script>alert(1)</script>\n',
    '| <script> |\n| --- |\n| <b onclick=a> |\n',
    '```"><script>alert(1)</script>\ncode\n```',
    '<ac:structured-macro ac:name="html"/>',
    ']]><script>',
  ]

  it.each(attacks)('%j', (attack) => {
    expect(forbiddenIn(write(attack))).toEqual([])
  })

  it('whatever is joined to whatever', () => {
    const part = fc.oneof(
      fc.constantFrom(...attacks, '> ', '- ', '- [ ] ', '\n', '\n\n', '**', '`', '<', '&lt;'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const written = write(parts.join(''))
        expect(forbiddenIn(written)).toEqual([])
        expect(isBalanced(written)).toBe(true)
      }),
    )
  })
})

const permitted =
  /^<\/?(?:p|h[1-6]|hr|br|blockquote|ul|ol|li|table|tbody|tr|th|td|pre|code|em|strong|del|sup|section|a|img|input|ac:[a-z-]+|ri:url)(?: (?:id|href|rel|src|alt|referrerpolicy|class|type|aria-label|start|ac:name|ac:alt|ri:value)="[^"<>]*"| disabled| checked)*\/?>$/

/** Everything between angle brackets that is not a tag as this program writes them. */
function forbiddenIn(written: string): readonly string[] {
  const outside = written.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  const tags = outside.match(/<[^>]*>?/g) ?? []
  return tags.filter(
    (tag) =>
      !permitted.test(tag) ||
      /href="(?!https?:\/\/|mailto:|#)|src="(?!https:\/\/)|value="(?!https:\/\/)/i.test(tag),
  )
}

/** True if every element that begins ends, in the right order. */
function isBalanced(written: string): boolean {
  const open: string[] = []
  const outside = written.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  for (const [tag, slash, name = ''] of outside.matchAll(/<(\/?)([a-z\d:-]+)[^>]*>/g)) {
    if (tag.endsWith('/>') || name === 'img' || name === 'input') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
