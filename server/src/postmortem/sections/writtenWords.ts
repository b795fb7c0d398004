import { hasPlaceholder } from '../../templates/placeholders.ts'
import type { Part, Template } from '../../templates/template.ts'
import { countThat } from '../blocks/lineGroups.ts'
import { isContent, type PlacedLine } from '../blocks/placedLine.ts'
import { perObject } from '../lines/perObject.ts'
import type { LineRange, LineRegion } from './region.ts'

/**
 * The words of each line that its author wrote. A line that is still as the template wrote it, placeholders and
 * all, has none, and neither has a title of the template while everything in the part below it is such a line.
 */
export function countWrittenWords(
  lines: readonly PlacedLine[],
  region: LineRegion,
  templates: readonly Template[],
): readonly number[] {
  const counts = lines.map(({ line }) => line.words)
  if (countWithPlaceholder(lines) === 0) return counts
  const skeletons = templates.map(skeletonOf)
  const isOf = (kind: keyof Skeleton, text: string) => skeletons.some((each) => each[kind].has(bare(text)))
  let isPartBlank = false
  let isPartOpen = false
  for (let index = region.end - 1; index >= region.start; index -= 1) {
    const placed = lines[index] as PlacedLine
    const { text, heading } = placed.line
    if (heading !== null && !hasPlaceholder(text)) {
      if (isPartBlank && isOf('titles', text)) counts[index] = 0
      // A title directly above this one is above the same part.
      isPartOpen = false
    } else if (isContent(placed)) {
      const isBlank = hasPlaceholder(text) && isOf('blanks', text)
      if (isBlank) counts[index] = 0
      isPartBlank = isBlank && (isPartBlank || !isPartOpen)
      isPartOpen = true
    }
  }
  return counts
}

/** The words of these lines, given those of all lines. */
export function sumWords(counts: readonly number[], { start, end }: LineRange): number {
  let total = 0
  for (let index = start; index < end; index += 1) total += counts[index] ?? 0
  return total
}

const countWithPlaceholder = countThat(({ line }) => hasPlaceholder(line.text))

/** What a template writes, without its markup, because the document has a style of its own. */
interface Skeleton {
  /** The lines with placeholders. */
  readonly blanks: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
}

const skeletonOf = perObject((template: Template): Skeleton => {
  const parts = template.sections.flatMap(({ body }) => body.flatMap(withParts))
  return {
    blanks: new Set([template.title, ...parts.flatMap(linesOf)].filter(hasPlaceholder).map(bare)),
    titles: new Set([...template.sections, ...parts.filter(isHeading)].map(({ title }) => bare(title))),
  }
})

function isHeading(part: Part): part is Extract<Part, { kind: 'heading' }> {
  return part.kind === 'heading'
}

function withParts(part: Part): readonly Part[] {
  return part.kind === 'heading' ? [part, ...part.body.flatMap(withParts)] : [part]
}

function linesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'heading':
      return [part.title]
    case 'field':
      return [`${part.label} ${part.text}`, ...(part.includes ?? []).flatMap(linesOf)]
    case 'entry':
      return [`${part.time} ${part.text}`, ...(part.includes ?? []).flatMap(linesOf)]
    case 'paragraph':
    case 'item':
    case 'task':
      return part.text.split(/\r?\n/)
  }
}

/** The time zone is filled in once for the whole report, so nobody has written the others. */
function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim()
    .replace(zoneBetweenPlaceholders, '{{time zone}}')
}

/** `UTC`, `UTC+3` or `Europe/Paris`, without the signs in them. */
const zoneBetweenPlaceholders =
  /(?<=\}\} )\p{Lu}(?:\p{Lu}{1,4}(?: \d{1,2}){0,2}|\p{Ll}{1,20} \p{Lu}\p{Ll}{1,20})(?= \{\{)/gu
