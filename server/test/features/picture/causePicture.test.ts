import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawCauses } from '../../../src/features/picture/causePicture.ts'
import type { PageForm } from '../../../src/features/picture/pictureForms.ts'
import { runs } from '../../runs.ts'
import { readText } from '../report.ts'

const report = (causes: string) =>
  `# Postmortem: Search down\n\n## Issue Summary\n\nSearch was down.\n\n## Timeline\n\n- 09:00 It broke.\n\n## Root Cause\n\n${causes}\n\n## Action Items\n\n- [ ] Rotate the logs\n`

const whys =
  '- The search failed.\n  - The disk was full.\n    - Nobody rotated the logs.\n  - No alert watched it.'

describe('the picture of the causes', () => {
  it('has a box for each cause, and an arrow from each reason to what it led to', () => {
    const { boxes, arrows } = draw(whys)
    expect(boxes.map(({ kind, text }) => [kind, text])).toEqual([
      ['happened', 'The search failed'],
      ['reason', 'The disk was full'],
      ['last', 'Nobody rotated the logs'],
      ['last', 'No alert watched it'],
    ])
    const ends = arrows.map(({ from, to }) => [boxAt(boxes, from)?.text, boxAt(boxes, to)?.text])
    expect(ends.sort()).toEqual([
      ['No alert watched it', 'The search failed'],
      ['Nobody rotated the logs', 'The disk was full'],
      ['The disk was full', 'The search failed'],
    ])
  })

  it('leads from each cause to its line, and says in words what it led to', () => {
    const text = report(whys)
    const svg = drawText(text)
    const lines = [...svg.matchAll(/ data-line="(\d+)"/g)].map(([, line]) =>
      text.split('\n')[Number(line)]?.trim(),
    )
    expect(lines).toEqual(whys.split('\n').map((line) => line.trim()))
    expect([...svg.matchAll(/ tabindex="(-?\d)"/g)].map(([, index]) => index)).toEqual([
      '0',
      '-1',
      '-1',
      '-1',
    ])
    expect(svg).toContain('aria-label="Causes of “The search failed”: 3 reasons"')
    expect(svg).toContain('<title>The disk was full\nThis led to: The search failed</title>')
  })

  it('places reasons side by side where they fit, and one below the other where they do not', () => {
    const tops = (count: number, form: PageForm) => {
      const reasons = Array.from({ length: count }, (_, index) => `  - Reason ${index} was there.`)
      return new Set(
        draw(['- It broke.', ...reasons].join('\n'), form)
          .boxes.slice(1)
          .map(({ y }) => y),
      ).size
    }
    expect(tops(3, 'usual')).toBe(1)
    expect(tops(8, 'usual')).toBe(8)
    expect(tops(2, 'narrow')).toBe(1)
    expect(tops(3, 'narrow')).toBe(3)
  })

  it('wraps long texts, with and without blanks, and says them in full to those who point at them', () => {
    const long = 'the retry storm of the gateway '.repeat(12).trim()
    const { boxes, texts, svg } = draw(`- It broke.\n  - ${long}.\n    - ${'x'.repeat(300)}`)
    expect(texts.length).toBeGreaterThan(9)
    expect(boxes[1]?.text).toMatch(/^the retry storm.*…$/)
    expect(svg).toContain(`<title>${long}\n`)
    expect(svg).toContain(`<title>${'x'.repeat(300)}\n`)
  })

  it('draws a hundred causes, and says how many it leaves out', () => {
    const many = Array.from({ length: 140 }, (_, index) => `  - Reason ${index} was there.`)
    const { boxes, svg } = draw(['- It broke.', ...many, '- It broke again.', '  - Reason again.'].join('\n'))
    expect(boxes).toHaveLength(100)
    expect(svg).toContain('43 causes left out')
  })

  it('keeps what the author wrote as text', () => {
    const svg = drawText(
      report('- It broke.\n  - `<script>alert("1 & 2")</script>` \u0007 <img src=x onerror=y> ]]>'),
    )
    expect(svg).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;')
    expect(svg).not.toMatch(/<script|<img|\u0007|javascript:|href/)
  })

  it('does not exist for other documents and without such a list', () => {
    expect(drawText('# Notes\n\n## Root cause\n\n- It broke.\n  - It was full.\n')).toBe('')
    expect(drawText(report('- It broke.\n- It was full.'))).toBe('')
  })

  it('keeps boxes apart, in their frame and free of lines, whatever leads to what', () => {
    const words = fc.stringMatching(/^[a-z]{1,40}( [a-z]{1,12}){0,30}$/)
    const item = fc.record({ depth: fc.nat({ max: 7 }), words })
    const form = fc.constantFrom<PageForm>('usual', 'narrow')
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 30 }), form, (items, form) => {
        let depth = 0
        const lines = items.map((each) => {
          depth = Math.min(each.depth, depth + 1)
          return `${'  '.repeat(depth + 1)}- It ${each.words}`
        })
        const { boxes, arrows, texts, size } = draw(['- It broke', ...lines].join('\n'), form)
        for (const { x, width } of texts) expect(x + width).toBeLessThan(size.width)
        expect(boxes).toHaveLength(items.length + 1)
        for (const box of boxes) {
          expect(box.x >= 0 && box.y >= 0).toBe(true)
          expect(box.x + box.width <= size.width && box.y + box.height <= size.height).toBe(true)
          expect(boxes.filter((other) => other !== box && overlap(box, other))).toEqual([])
          for (const { strokes } of arrows)
            expect(strokes.filter((stroke) => overlap(shrink(box), stroke))).toEqual([])
        }
      }),
      { numRuns: runs(20) },
    )
  })
})

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawText(text: string, form: PageForm = 'usual'): string {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1
  return drawCauses(readText(text), lineOf)
    .map(({ svg }) => svg.split(/(?=<svg)/)[form === 'narrow' ? 2 : 1])
    .join('\n')
}

function draw(causes: string, form: PageForm = 'usual') {
  const svg = drawText(report(causes), form)
  const [width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? []
  const boxes = [...svg.matchAll(/<rect class="cause (\w+)" ([^>]*) rx="4"\/>(.*?)<\/g>/g)].map(
    ([, kind, attributes, texts]) => ({
      kind,
      text: textsIn(texts!)
        .map(({ text }) => text)
        .join(' '),
      ...areaOf(attributes!),
    }),
  )
  const arrows = [...svg.matchAll(/<path class="why" d="([^"]*)"/g)].map(([, path]) => toArrow(path!))
  return { svg, boxes, arrows, texts: textsIn(svg), size: { width, height } }
}

function textsIn(svg: string) {
  return [...svg.matchAll(/<text[^>]*x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, text]) => ({
    text: text!,
    x: Number(x),
    width: text!.length * 6,
  }))
}

function areaOf(attributes: string): Area {
  const read = (name: string) => Number(new RegExp(`\\b${name}="([\\d.-]+)"`).exec(attributes)?.[1])
  return { x: read('x'), y: read('y'), width: read('width'), height: read('height') }
}

/** The strokes of a path of absolute lines, up to the head of the arrow. */
function toArrow(path: string) {
  const [, startX, startY] = /^M([\d.]+) ([\d.]+)/.exec(path)!
  let [x, y] = [Number(startX), Number(startY)]
  const from = { x, y }
  const strokes = [...path.matchAll(/([HV])([\d.]+)/g)].map(([, direction, value]): Area => {
    const [toX, toY] = direction === 'H' ? [Number(value), y] : [x, Number(value)]
    const area = {
      x: Math.min(x, toX),
      y: Math.min(y, toY),
      width: Math.abs(toX - x),
      height: Math.abs(toY - y),
    }
    ;[x, y] = [toX, toY]
    return area
  })
  return { from, to: { x, y }, strokes }
}

function boxAt<Box extends Area>(
  boxes: readonly Box[],
  { x, y }: { readonly x: number; readonly y: number },
) {
  return boxes.find((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  )
}

/** Lines begin and end at the edges of boxes. */
function shrink({ x, y, width, height }: Area): Area {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 }
}
