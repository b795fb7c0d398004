import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { contentOf, type SectionBlock } from './sectionBlocks.ts'

/** Edits that move a section, and the start of its first line after the edits. */
export interface Relocation {
  readonly edits: readonly Edit[]
  readonly start: number
}

/**
 * Moves the block before the other one if that comes first, else after it. The blank lines or rule between
 * the block and its old neighbour move along, so the gaps between sections stay as they were.
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

/** Leaves the text between the two in place, so swapping twice restores the document. */
export function swapSections(block: SectionBlock, other: SectionBlock, report: Report): Relocation {
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
