import { describe, expect, it } from 'vitest'
import type { PageForm } from '../../../src/features/picture/pictureForms.ts'
import { fileStyle, pageStyle } from '../../../src/features/picture/pictureStyle.ts'
import { drawTimeline, type PictureKind } from '../../../src/features/picture/timelinePicture.ts'
import { readText, reportWith } from '../report.ts'

const outage = 'from March 14, 2026, 09:00 to 10:00 UTC'
const entries = [
  '- 09:00 UTC - It broke.',
  '- 09:04 UTC - An alert fired.',
  '- 09:20 UTC - Escalated to the database team.',
  '- 09:40 UTC - The impact was mitigated by a rollback.',
  '- 10:00 UTC - Service was restored.',
]

/** Checks the texts of the picture in any order: moments, phases, notes and the zone, but not the axis. */
function check(duration: string, timeline: readonly string[], expected: readonly string[]) {
  const { texts } = draw(duration, timeline)
  const shown = texts.map(({ text }) => text).filter((text) => !isTick(text))
  expect(shown.sort()).toEqual([...expected].sort())
}

describe('the picture of an incident', () => {
  it('names its moments and how long its phases took', () => {
    check(outage, entries, [
      'Started March 14, 2026, 09:00',
      'Detected 09:04 UTC',
      'Escalated 09:20 UTC',
      'Mitigated 09:40 UTC',
      'Resolved 10:00 UTC',
      'Undetected 4 min',
      'Responding 36 min',
      'Mitigated 20 min',
      'UTC',
    ])
  })

  it('has no undetected phase if the incident was noticed before it began', () => {
    check(
      outage,
      ['- 08:50 UTC - An alert fired.', '- 10:00 UTC - Service was restored.'],
      ['Detected 08:50 UTC', 'Started March 14, 2026, 09:00', 'Resolved 10:00 UTC', 'Responding 1 h', 'UTC'],
    )
  })

  it('shows each entry with its time and its distance from the start', () => {
    expect(draw(outage, entries).hovers.filter((hover) => hover.includes('\n'))).toEqual([
      '09:00 UTC (+00:00)\nIt broke.',
      '09:04 UTC (+00:04)\nAn alert fired.',
      '09:20 UTC (+00:20)\nEscalated to the database team.',
      '09:40 UTC (+00:40)\nThe impact was mitigated by a rollback.',
      '10:00 UTC (+01:00)\nService was restored.',
    ])
  })

  it('has round clock times below it, and the day where one begins', () => {
    expect(ticks(outage, entries)).toEqual([
      '09:00',
      '14 Mar',
      '09:10',
      '09:20',
      '09:30',
      '09:40',
      '09:50',
      '10:00',
    ])
    expect(
      ticks('from March 14, 2026, 23:00 to March 15, 01:00 UTC', ['- 23:30 - Odd.', '- 00:30 - Odd again.']),
    ).toEqual([
      '23:00',
      '14 Mar',
      '23:15',
      '23:30',
      '23:45',
      '00:00',
      '15 Mar',
      '00:15',
      '00:30',
      '00:45',
      '01:00',
    ])
  })

  it('counts from zero where the report does', () => {
    const timeline = ['- T+0 - It broke.', '- T+30m - An alert fired.', '- T+1h - Service was restored.']
    expect(ticks('unknown', timeline)[0]).toBe('+00:00')
    check('unknown', timeline, ['Detected T+30m', 'Resolved T+1h', 'Responding 30 min'])
  })

  it('says how many entries it leaves out', () => {
    check(
      outage,
      ['- 09:00 UTC - It broke.', '- Somebody looked.', '- 25:00 UTC - A slip.'],
      [
        'Started March 14, 2026, 09:00',
        'Resolved 10:00 UTC',
        'Undetected 1 h',
        '2 entries left out for lack of a usable time',
        'UTC',
      ],
    )
  })

  it('puts events long before and long after at its edges', () => {
    const { marks, texts } = draw(outage, [
      '- March 2, 2026 09:00 UTC - The release.',
      '- March 14, 2026 09:00 UTC - It broke.',
      ...entries.slice(1),
      '- April 2, 2026 09:00 UTC - The review.',
    ])
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '1 entry long before, at the left edge',
        '1 entry long after, at the right edge',
      ]),
    )
    const places = marks.map(({ x }) => x)
    expect(places.at(-1)! - places[0]!).toBeGreaterThan(540)
    expect(places.at(-2)! - places[1]!).toBeGreaterThan(400)
  })

  it('draws an entry that lasts as long as it lasted', () => {
    const { marks } = draw(outage, ['- 09:00 UTC - It broke.', '- 09:30 UTC to 09:45 UTC - A restore.'])
    expect(marks[1]!.width).toBeGreaterThan(marks[0]!.width * 10)
  })

  it('keeps marks and labels apart', () => {
    const crowded = Array.from(
      { length: 40 },
      (_, minute) => `- 09:${two(minute + 10)} UTC - Step ${minute}.`,
    )
    const twice = crowded.flatMap((entry) => [entry, entry])
    const hasty = ['- 09:01 UTC - An alert fired.', '- 09:02 UTC - Escalated to the database team.']
    const late = ['- 09:58 UTC - The impact was mitigated.', '- 10:00 UTC - Service was restored.']
    for (const form of forms)
      for (const timeline of [entries, crowded, twice, [...hasty, ...late]]) {
        const { marks, texts } = draw(outage, timeline, form)
        expect(overlaps(marks)).toEqual([])
        expect(overlaps(texts)).toEqual([])
      }
  })

  it('writes a time without its date, or shortens it, rather than beyond the edge of a narrow page', () => {
    const dated = '- March 14, 2026, 09:30 UTC - The impact was mitigated by a rollback.'
    const shown = (form: PageForm) => draw(outage, [dated], form).texts.map(({ text }) => text)
    expect(shown('usual')).toContain('Mitigated March 14, 2026, 09:30 UTC')
    expect(shown('narrow')).toContain('Mitigated 09:30 UTC')
    const long = '- 09:20 America/Argentina/Buenos_Aires - The impact was mitigated by a rollback.'
    const { svg, texts } = draw(
      'from March 14, 2026, 09:00 to 09:40 America/Argentina/Buenos_Aires',
      [long],
      'narrow',
    )
    expect(texts.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^Mitigated 09:20 Amer.*…$/))
    expect(svg).toContain('<title>Mitigated 09:20 America/Argentina/Buenos_Aires</title>')
  })

  it('stays within its frame, from one entry to two hundred', () => {
    const minutes = Array.from({ length: 200 }, (_, index) => Math.floor((index * index) / 100))
    const many = minutes.map(
      (minute) => `- ${two(9 + Math.floor(minute / 60))}:${two(minute % 60)} UTC - Step.`,
    )
    for (const form of forms)
      for (const timeline of [['- 09:02 UTC - An alert fired.'], many, entries]) {
        const { svg, marks, texts } = draw('unknown', timeline, form)
        const [width, height] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(svg)!.slice(1).map(Number)
        expect(marks).toHaveLength(timeline.length)
        expect(height).toBeLessThan(300)
        const isInside = ({ x, y, width: w }: Box) => x >= 0 && x + w <= width! && y >= 0 && y < height!
        expect([...marks, ...texts].every(isInside)).toBe(true)
      }
  })

  it('is well-formed whatever the author wrote, and contains none of their markup', () => {
    const text = '<script>alert("1 & 2")</script> \u0007\ud800 \'quoted\' 检索服务 ]]> <img src=x onerror=y>'
    for (const kind of ['file', 'page'] as const) {
      const svg = drawWhole(outage, [`- 09:01 UTC - \`${text}\``, ...entries], kind)
      expect(unbalanced(svg)).toEqual([])
      expect(svg).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;')
      expect(svg).not.toMatch(/<script|<img|\u0007|javascript:|href/)
    }
  })

  it('is self-contained as a file, and takes its style from the page in a page', () => {
    const file = drawWhole(outage, entries, 'file')
    expect(file).toContain('xmlns="http://www.w3.org/2000/svg"')
    expect(file).toContain('>Postmortem: Search down</text>')
    expect(file).toContain('prefers-color-scheme:dark')
    const page = drawWhole(outage, entries, 'page')
    expect(page).not.toMatch(/<style|style=|Search down/)
    expect(page).not.toContain('\n\n')
  })

  it('says in words what it shows', () => {
    expect(/aria-label="([^"]*)"/.exec(draw(outage, entries).svg)?.[1]).toBe(
      'Timeline of the incident, started March 14, 2026, 09:00, detected 09:04 UTC, escalated 09:20 UTC, mitigated 09:40 UTC, resolved 10:00 UTC, 5 entries',
    )
  })

  it('leads from each entry to its line on a page that can follow', () => {
    const text = reportWith(
      'from February 3, 2026, 13:10 to 14:00 UTC',
      '- 13:10 UTC - It broke.\n- 13:25 UTC - An "alert" fired.',
    )
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1
    const page = drawTimeline(readText(text), 'page', lineOf) ?? ''
    for (const svg of forms.map((form) => pictureIn(page, form))) {
      const lines = [...svg.matchAll(/ data-line="(\d+)"/g)].map(([, line]) => text.split('\n')[Number(line)])
      expect(lines).toEqual(['- 13:10 UTC - It broke.', '- 13:25 UTC - An "alert" fired.'])
      expect([...svg.matchAll(/ tabindex="(-?\d)"/g)].map(([, index]) => index)).toEqual(['0', '-1'])
      expect(svg).toContain('aria-label="13:25 UTC (+00:15)\nAn &quot;alert&quot; fired."')
      expect(svg).toContain('role="group"')
    }
    expect(drawTimeline(readText(text), 'page')).not.toMatch(/tabindex|data-line/)
  })

  it('does not exist for a document that is not a report, or for a report without times', () => {
    expect(drawTimeline(readText('# Notes\n\n- 09:00 Coffee\n- 09:30 Tea\n'), 'page')).toBeNull()
    expect(drawTimeline(readText(reportWith('unknown', '- It broke.\n- It was mended.')), 'page')).toBeNull()
  })
})

describe('the colours of the pictures', () => {
  it('are readable in every theme', () => {
    const themes = {
      'a light file': fileStyle.slice(0, fileStyle.indexOf('@media')),
      'a dark file': /prefers-color-scheme:dark\)\{([^@]*)/.exec(fileStyle)?.[1] ?? '',
      'a dark editor': linesWith(pageStyle, '.vscode-dark '),
      'a dark editor of high contrast': linesWith(pageStyle, '.vscode-high-contrast '),
      'a light editor of high contrast': linesWith(pageStyle, '.vscode-high-contrast-light '),
    }
    for (const [theme, style] of Object.entries(themes)) {
      const paper = colorOf(style, '.paper', 'fill')
      const texts = ['text', '.muted'].map((selector) => colorOf(style, selector, 'fill'))
      const surfaces = [...style.matchAll(/\.phase\.\w+\{fill:(#\w+)/g)].map((match) => match[1]!)
      const borders = [...style.matchAll(/\.(?:phase|moment|cause)\.\w+\{(?:stroke|fill):(#\w+)/g)].map(
        ([, c]) => c!,
      )
      expect(surfaces, theme).toHaveLength(3)
      for (const text of texts) expect(contrast(text, paper), theme).toBeGreaterThan(4.5)
      for (const surface of surfaces) expect(contrast(texts[0]!, surface), theme).toBeGreaterThan(7)
      for (const border of borders.filter((color) => !surfaces.includes(color)))
        expect(contrast(border, paper), theme).toBeGreaterThan(3)
    }
  })
})

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

const forms = ['usual', 'narrow'] as const

function drawWhole(duration: string, timeline: readonly string[], kind: PictureKind): string {
  return drawTimeline(readText(reportWith(duration, timeline.join('\n'))), kind) ?? ''
}

function pictureIn(page: string, form: PageForm): string {
  const [, usual = '', narrow = ''] = page.split(/(?=<svg)|<\/div>/)
  return form === 'narrow' ? narrow : usual
}

function draw(duration: string, timeline: readonly string[], form: PageForm = 'usual') {
  const svg = pictureIn(drawWhole(duration, timeline, 'page'), form)
  return {
    svg,
    hovers: [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map((match) => match[1]!),
    texts: [...svg.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].map(([, attributes, text]) =>
      toText(attributes!, text!.replaceAll(/<[^>]*>/g, '')),
    ),
    marks: [...svg.matchAll(/<rect class="event[^"]*" x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)"/g)].map(
      ([, x, y, width]): Box => ({ x: Number(x), y: Number(y), width: Number(width) }),
    ),
  }
}

/** Assumes letters half as wide as the line is high: some are wider, most are not. */
function toText(attributes: string, text: string): Box & { readonly text: string } {
  const read = (name: string) => Number(new RegExp(`\\b${name}="([\\d.-]+)"`).exec(attributes)?.[1])
  const width = text.length * 6
  const shift = attributes.includes('"middle"') ? width / 2 : attributes.includes('"end"') ? width : 0
  return { text, x: read('x') - shift, y: read('y'), width }
}

function isTick(text: string): boolean {
  return /^\+?\d\d:\d\d$|^\d{1,2} [A-Z][a-z]{2}$/.test(text)
}

function ticks(duration: string, timeline: readonly string[]): readonly string[] {
  return draw(duration, timeline).texts.flatMap(({ text }) => (isTick(text) ? [text] : []))
}

/** Pairs on one line that cover each other. */
function overlaps(boxes: readonly Box[]): readonly (readonly Box[])[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(({ x, y, width }) => Math.abs(y - one.y) < 8 && x < one.x + one.width && one.x < x + width)
      .map((other) => [one, other]),
  )
}

/** Tags that are not closed in the order in which they were opened. */
function unbalanced(svg: string): readonly string[] {
  const open: string[] = []
  for (const [, slash, name, , closed] of svg.matchAll(/<(\/?)([\w-]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>/g)) {
    if (slash === '' && closed === '') open.push(name!)
    if (slash === '/' && open.pop() !== name) return [name!]
  }
  const rest = svg.replaceAll(/<(\/?)([\w-]+)((?:\s[\w:-]+="[^"<]*")*)(\/?)>/g, '').replace(fileStyle, '')
  return [...open, ...(rest.match(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/g) ?? [])]
}

function linesWith(style: string, beginning: string): string {
  return style
    .split('\n')
    .filter((line) => line.startsWith(beginning))
    .join('\n')
}

function colorOf(style: string, selector: string, property: string): string {
  return (
    new RegExp(`picture ${selector.replace('.', '\\.')}\\{${property}:(#\\w+)\\}`).exec(style)?.[1] ?? 'none'
  )
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
