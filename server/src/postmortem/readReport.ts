import type { MarkdownDocument } from '../markdown/document.ts'
import type { Template } from '../templates/template.ts'
import { readBlock } from './blocks/blockFacts.ts'
import { placeLines } from './blocks/documentLines.ts'
import { findEnclosure } from './blocks/enclosure.ts'
import { findFrontMatter } from './blocks/frontMatter.ts'
import { sliceLines } from './blocks/lineGroups.ts'
import { findOpenFence } from './blocks/openFence.ts'
import { findContents, findPiece } from './blocks/pieces.ts'
import type { PlacedLine } from './blocks/placedLine.ts'
import { placeMarkup } from './blocks/placedMarkup.ts'
import { readSuppressions } from './blocks/suppressions.ts'
import { findTextFields, findTimeZone } from './fields/fields.ts'
import { findProfile } from './fields/profile.ts'
import { searchOfIncident } from './fields/prose.ts'
import { findStatements } from './fields/statements.ts'
import { findWindow } from './fields/window.ts'
import { withComputed } from './lines/computed.ts'
import { Memory } from './lines/memory.ts'
import type { Passage } from './lines/passage.ts'
import { toSections } from './placeSections.ts'
import type { Report } from './report.ts'
import { findStyle } from './sections/documentStyle.ts'
import { findTitleLine, headTitles, metaTitles } from './sections/documentTitle.ts'
import { findMissing } from './sections/essentials/coverage.ts'
import { hasLead, hasOpening } from './sections/essentials/lead.ts'
import { findToldInProse, isStudy } from './sections/essentials/toldInProse.ts'
import type { Structure } from './sections/foundSection.ts'
import { findPlaceholders } from './sections/placeholders.ts'
import { findPlan, rolesOf } from './sections/plan.ts'
import { recognize } from './sections/recognition.ts'
import { findRegion, type LineRegion } from './sections/region.ts'
import type { Section } from './sections/section.ts'
import { findShape, hasFieldBlock, hasTimedLines, namesDefect } from './sections/shape.ts'
import { countWrittenWords, sumWords } from './sections/writtenWords.ts'
import { findYardstick } from './sections/yardstick.ts'
import { findCorrective } from './tasks/corrective.ts'
import { hasPlan } from './tasks/plans.ts'
import { type TicketPattern, usualTickets } from './tasks/tickets.ts'
import { findFacts } from './timeline/facts.ts'
import { findTimeline } from './timeline/timeline.ts'
import { findContextDates } from './times/contextDates.ts'
import { computeMetrics } from './times/milestones.ts'
import { defaultTimeConventions, placeTimes, type TimeConventions } from './times/placedTimes.ts'
import { type Fields, readFields } from './times/readFields.ts'
import { readTimeline } from './times/readTimeline.ts'

interface Reading {
  readonly document: MarkdownDocument
  readonly configured: Template
  /** If nobody chose a template, those that the document decides between. The first is the base template. */
  readonly candidates: readonly Template[]
  readonly conventions: TimeConventions
  readonly tickets: TicketPattern
  /** Evidence of what the document is; may be empty. */
  readonly path: string
  readonly memory: Memory
}

/** Combines the facts of all blocks into a report. */
export function readReport(
  document: MarkdownDocument,
  configured: Template,
  around: Partial<Omit<Reading, 'document' | 'configured'>> = {},
): Report {
  const reading: Reading = {
    document,
    configured,
    candidates: [],
    conventions: defaultTimeConventions,
    tickets: usualTickets,
    path: '',
    memory: new Memory(),
    ...around,
  }
  const enclosure = findEnclosure(document)
  if (enclosure !== null) {
    const inside = readWhole({ ...reading, document: enclosure.document, memory: new Memory() })
    if (inside.recognition.postmortem) return { ...inside, enclosure }
  }
  return readWhole(reading)
}

function readWhole(reading: Reading): Report {
  const lines = placeLines(reading.document, reading.configured)
  const region = findRegion(lines)
  const shared = readShared(reading, lines, region)
  const plan = reading.memory.keepFor(findPlan, [rolesOf(lines), region], () => findPlan(lines, region))
  const whole = readRegion(reading, lines, shared, region, plan.structure)
  const incidents = plan.incidents.map((each, index) => {
    const memory = reading.memory.ofIncident(index)
    return toPart(readRegion({ ...reading, memory }, lines, shared, each.region, each.structure), whole)
  })
  return { ...whole, incidents }
}

/** What incidents share, such as the actions at the end, is missing from none of them. */
function toPart(part: Report, { template, yardstick, missing, recognition }: Report): Report {
  const ids = new Set(part.sections.map(({ id }) => id))
  return {
    ...part,
    template,
    yardstick,
    recognition,
    missing: missing.filter(({ id }) => !ids.has(id)),
    isPart: true,
  }
}

/** What is the same for every incident in the document. */
function readShared(
  { document, configured, candidates }: Reading,
  lines: readonly PlacedLine[],
  region: LineRegion,
) {
  const contents = findContents(document)
  return {
    contents,
    wordsOfLines: countWrittenWords(lines, region, [configured, ...candidates]),
    metaTitles: metaTitles(lines).map(({ line }) => line.text),
    lineEnding: findLineEnding(document),
    ofReport: {
      markup: placeMarkup(document),
      suppressions: readSuppressions(document),
      openFence: findOpenFence(contents, document),
      frontMatter: findFrontMatter(document),
      source: document,
    },
  }
}

function readRegion(
  { document, configured, candidates, conventions, tickets, path, memory }: Reading,
  lines: readonly PlacedLine[],
  shared: ReturnType<typeof readShared>,
  lineRegion: LineRegion,
  structure: Structure,
): Report {
  const titleLine = findTitleLine(lines, lineRegion, structure)
  const title = titleLine === null ? null : titleLine.passage()
  const { contents, wordsOfLines } = shared
  const sections = structure.sections.flatMap((found) =>
    toSections(found, lines, wordsOfLines, contents, document),
  )
  const region = withComputed({ start: startOfRegion(lines, lineRegion) }, { end: () => document.length })
  const foundTimeline = findTimeline(lines, structure, memory)
  const searchAll = searchOfIncident(lines, structure, lineRegion)
  const window = findWindow(lines, structure, foundTimeline, lineRegion, searchAll)
  const zone = findTimeZone(lines, structure, window, lineRegion)
  const dates = findContextDates(lines, structure.sections[0]?.firstLine ?? lineRegion.end, title)
  const times = memory.keep(placeTimes, window, foundTimeline, zone, dates, conventions)
  const texts = findTextFields(lines, structure, foundTimeline, lineRegion, searchAll)
  const facts = findFacts(lines, structure, foundTimeline, lineRegion)
  const fields = readFields(window, texts, zone, times)
  const timeline = readTimeline(foundTimeline, facts, times, sections, document, memory)
  const corrective = findCorrective(lines, structure, tickets, memory)
  const words = sumWords(wordsOfLines, lineRegion)
  const shape = findShape(lines, structure, titleLine, lineRegion, words)
  const yardstick = findYardstick(shape, configured, candidates)
  const { template } = yardstick
  const head = findPiece(region.start, sections[0]?.start ?? document.length, contents, document)
  const essentials = {
    told: {
      summary: hasLead(lines, titleLine, structure, lineRegion),
      timeline: hasTimedLines(lines, lineRegion),
      'root-cause': fields.rootCause !== null || namesDefect(lines),
      actions: corrective.tasks.length > 0,
    },
    opensWithSummary: hasFieldBlock(structure) || opensWithSummary(fields, sections),
    inProse: {
      ...findToldInProse(lines),
      summary: hasOpening(lines, titleLine, structure, lineRegion),
    },
    isStudy: isStudy(lines),
    plans: hasPlan(lines),
    explains: fields.rootCause !== null && fields.resolution !== null,
  }
  return {
    recognition: recognize({
      sections: structure.sections,
      titles: [...headTitles(lines, titleLine, lineRegion, structure), ...shared.metaTitles],
      region: lineRegion,
      lines,
      path,
    }),
    yardstick,
    template,
    title,
    profile: findProfile(lines, structure, title, lineRegion),
    head,
    region,
    words,
    sections,
    missing: findMissing(yardstick, shape.ids, essentials),
    fields,
    timeline,
    metrics: memory.keep(computeMetrics, { start: fields.start, end: fields.end }, timeline.entries),
    corrective,
    actionItems: corrective.tasks.filter(({ text }) => !isUnwritten(text.text)),
    placeholders: findPlaceholders(lines, lineRegion, structure),
    lines: sliceLines(lines, lineRegion.start, lineRegion.end),
    statements: findStatements(lines, structure),
    style: findStyle(lines, structure, titleLine, shared.lineEnding),
    enclosure: null,
    incidents: [],
    isPart: false,
    ...shared.ofReport,
  }
}

/** True if the text before the first section tells when, to whom, and why. */
function opensWithSummary(
  { start, duration, affected, rootCause }: Fields,
  sections: readonly Section[],
): boolean {
  const end = sections[0]?.start ?? 0
  const isBefore = (found: Passage | null | undefined) => found != null && found.start < end
  return (isBefore(start) || isBefore(duration?.passage)) && isBefore(affected) && isBefore(rootCause)
}

function startOfRegion(lines: readonly PlacedLine[], region: LineRegion): number {
  const first = lines[region.start]
  return region.start === 0 || first === undefined ? 0 : first.range.start
}

/** True for a task that is still a placeholder, perhaps with more of them for its details. */
function isUnwritten(task: string): boolean {
  return /^\W{0,4}\{\{[^{}]{0,200}\}\}\s{0,3}(?:$|[(,;|–—-])/u.test(task)
}

function findLineEnding(document: MarkdownDocument): '\n' | '\r\n' | '\r' | null {
  for (const block of document.blocks()) {
    const { lineEnding } = readBlock(block)
    if (lineEnding !== null) return lineEnding
  }
  return null
}
