import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { contentOf, type SectionBlock } from './sectionBlocks.ts'

/** Edits that move a section, and where its first line begins when they are made. */
export interface Relocation {
  readonly edits: readonly Edit[]
  readonly start: number
}

/**
 * Puts the block before the other one where that stands before it, else behind it. What sets it apart from what
 * it leaves goes with it, so that there is as much between sections as there was.
 */
export function moveSection(block: SectionBlock, other: SectionBlock, report: Report): Relocation {
  const { source } = report
  const text = contentOf(block, report)
  if (other.start < block.start) {
    const left = other.start + contentOf({ start: other.start, end: block.start }, report).length
    const gap = source.slice(left, block.start)
    return {
      edits: [
        { start: other.start, end: other.start, text: text + gap },
        { start: left, end: block.start + text.length, text: '' },
      ],
      start: other.start,
    }
  }
  const gap = source.slice(block.start + text.length, block.end)
  const at = other.start + contentOf(other, report).length
  return {
    edits: [
      { start: block.start, end: block.end, text: '' },
      { start: at, end: at, text: gap + text },
    ],
    start: at + gap.length - (block.end - block.start),
  }
}

/** The two change places, and what stands between them stays: done twice, it leaves the document as it was. */
export function exchangeSections(block: SectionBlock, other: SectionBlock, report: Report): Relocation {
  const text = contentOf(block, report)
  const otherText = contentOf(other, report)
  const edits = [
    { start: block.start, end: block.start + text.length, text: otherText },
    { start: other.start, end: other.start + otherText.length, text },
  ]
  return block.start < other.start
    ? { edits, start: other.start + otherText.length - text.length }
    : { edits: edits.reverse(), start: other.start }
}
