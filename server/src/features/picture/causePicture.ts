import type { Report } from '../../postmortem/report.ts'
import { type Box, baselineOf, type Layout, padding, placeCauses } from './causeLayout.ts'
import { type Cause, readCauses, withReasons } from './causeTree.ts'
import { classOf, inBothForms, narrowWidth, type PageForm } from './pictureForms.ts'
import { drawNotes, type Note } from './pictureNotes.ts'
import { drawText, escapeXml, leadingTo, rectangle } from './svgMarks.ts'
import type { LineOf } from './timelinePicture.ts'

export interface CausePicture {
  readonly svg: string
  /** The offset of the first item that is drawn. */
  readonly start: number
}

/** In pixels. */
const widths: Readonly<Record<PageForm, number>> = { usual: 480, narrow: narrowWidth }
const margin = 6
/** Between two trees. */
const treeGap = 28
/** More cannot be taken in at a glance, and would be scrolled past. */
const maxCauses = 100

/** One picture for each section with causes that are certainly nested in what they led to. */
export function drawCauses(report: Report, lineOf: LineOf): readonly CausePicture[] {
  if (!report.recognition.postmortem) return []
  return readCauses(report).flatMap(({ causes }) => {
    const [first] = causes
    if (first === undefined) return []
    return [{ svg: inBothForms((form) => draw(causes, lineOf, form)), start: first.start }]
  })
}

function draw(all: readonly Cause[], lineOf: LineOf, form: PageForm): string {
  const width = widths[form]
  const { causes, leftOut } = limit(all)
  const layouts: Layout[] = []
  for (const cause of causes) {
    const above = layouts.at(-1)
    const y = above === undefined ? margin : above.bottom + treeGap
    layouts.push(placeCauses(cause, { x: margin, y, width: width - 2 * margin }))
  }
  const boxes = layouts.flatMap((layout) => layout.boxes)
  const arrows = layouts.flatMap((layout) => layout.arrows).map((d) => `<path class="why" d="${d}"/>`)
  const bottom = layouts.at(-1)?.bottom ?? 0
  const notes = drawNotes(notesOf(boxes, leftOut), { left: margin, right: width - margin, top: bottom + 6 })
  const size = {
    width: Math.max(width, ...layouts.map(({ right }) => right + margin)),
    height: notes.bottom + 4,
  }
  const marks = [...arrows, ...boxes.map((box, index) => drawBox(box, lineOf, index === 0)), ...notes.marks]
  // A picture that is wider than usual scrolls in its frame, since shrunken text could not be read.
  const own = size.width > width ? ` wide" width="${size.width}` : ''
  const root = `class="postmortem-picture postmortem-causes${classOf(form)}${own}" viewBox="0 0 ${size.width} ${size.height}"`
  const label = escapeXml(describe(boxes))
  return `<svg ${root} role="group" aria-label="${label}">\n${marks.join('\n')}\n</svg>`
}

/** The first causes in reading order. */
function limit(all: readonly Cause[]): { readonly causes: readonly Cause[]; readonly leftOut: number } {
  let count = 0
  const take = (causes: readonly Cause[]): readonly Cause[] => {
    const taken: Cause[] = []
    for (const cause of causes) {
      count += 1
      if (count <= maxCauses) taken.push({ ...cause, because: take(cause.because) })
      else count += withReasons(cause).length - 1
    }
    return taken
  }
  const causes = take(all)
  return { causes, leftOut: Math.max(0, count - maxCauses) }
}

type Kind = 'happened' | 'reason' | 'last'

const names: Readonly<Record<Kind, string>> = {
  happened: 'What happened',
  reason: 'Why',
  last: 'Where the whys end',
}

function kindOf({ effect, cause: { because } }: Box): Kind {
  if (effect === null) return 'happened'
  return because.length === 0 ? 'last' : 'reason'
}

function drawBox(box: Box, lineOf: LineOf, isFirst: boolean): string {
  const { cause, effect, lines, x } = box
  const title = effect === null ? cause.text : `${cause.text}\nThis led to: ${effect.text}`
  const texts = lines.map((line, index) => drawText(line, x + padding, baselineOf(box, index)))
  return leadingTo(lineOf(cause.start), isFirst, title, rectangle(`cause ${kindOf(box)}`, box, 4), ...texts)
}

/** What the borders mean, and how many causes are not drawn. */
function notesOf(boxes: readonly Box[], leftOut: number): readonly Note[] {
  const kinds = new Set(boxes.map(kindOf))
  const meanings = (Object.keys(names) as Kind[])
    .filter((kind) => kinds.has(kind))
    .map((kind) => ({ text: names[kind], mark: `cause ${kind}` }))
  if (leftOut === 0) return meanings
  return [
    ...meanings,
    { text: leftOut === 1 ? '1 cause left out' : `${leftOut} causes left out`, mark: null },
  ]
}

/** The description that screen readers read out. */
function describe(boxes: readonly Box[]): string {
  const effects = boxes.flatMap(({ effect, cause }) => (effect === null ? [cause.text] : []))
  return [
    `Causes of ${effects.map((text) => `“${text}”`).join(', ')}`,
    countReasons(boxes.length - effects.length),
  ].join(': ')
}

function countReasons(count: number): string {
  return count === 1 ? '1 reason' : `${count} reasons`
}
