import { describe, expect, it } from 'vitest'
import { countSelection } from '../../src/features/selectionCount.ts'
import { readText } from './report.ts'

/** The words between the two bars. */
function check(body: string, expected: number | null, head = '# Postmortem\n\n## Issue Summary\n\n') {
  const marked = `${head}${body}\n\n## Timeline\n\n- 09:00 UTC - It broke.\n`
  const start = marked.indexOf('<<')
  const text = marked.replace('<<', '').replace('>>', '')
  const end = marked.indexOf('>>') - 2
  expect(countSelection(readText(text), [{ start, end }])).toBe(expected)
}

describe('the words of a selection', () => {
  it('are those of its lines', () => {
    check('<<One two three.>>', 3)
    check('<<One two three.\n\nFour five.>>', 5)
  })

  it('are counted in a part of a line, through its markup', () => {
    check('One <<**two** three>> four.', 2)
    check('- **Impact:** the <<shop was [down](https://example.org)>> then.', 3)
  })

  it('count inline code as one word, and other code not at all', () => {
    check('Then <<`kubectl get pods --all` failed>> again.', 2)
    check('<<```sh\nkubectl get pods\n```>>', 0)
  })

  it('are counted in languages that write no spaces', () => {
    check('<<服务中断>>了。', 2)
  })

  it('are all of those in a report', () => {
    const text = '# Postmortem\n\n## Issue Summary\n\nOne two.\n\n## Timeline\n\n- 09:00 UTC - It broke.\n'
    const report = readText(text)
    expect(countSelection(report, [{ start: 0, end: text.length }])).toBe(report.words)
  })

  it('are not counted if only a placeholder is selected', () => {
    check('- **Impact:** <<{{what failed}}>>, at night.', null)
    check('- **Impact:** <<{{what failed}}, at>> night.', 1)
  })

  it('are not counted in a document that is not a report', () => {
    const text = 'One two three.'
    expect(countSelection(readText(text), [{ start: 0, end: text.length }])).toBeNull()
  })
})
