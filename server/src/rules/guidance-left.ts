import { perReport } from '../checking/keptAnswers.ts'
import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { linesThat } from '../postmortem/blocks/lineGroups.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import { perObject } from '../postmortem/lines/perObject.ts'
import { wholeLines } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { Part, Template } from '../templates/template.ts'
import { findInstructions } from './support/instructions.ts'

export const guidanceLeft: Rule = {
  id: 'guidance-left',
  summary: 'No guidance from the template is left in the report.',
  explanation: prose`
    A template tells its author what belongs where. In a finished report, such a sentence is in the way and
    looks as if the author had written it.

    The rule reports lines that repeat the guidance nearly word for word. Guidance from a template that it
    does not know is only an information: an instruction such as "Describe the impact" directly below a title,
    in italics, as a quotation or alone in its section, and a question there that nobody has answered.
    Placeholders are left to \`placeholder-left\`.

    The fix deletes the line.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          The search was down for an hour.

          ## Root Cause and Resolution

          What caused the issue was a full disk.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - The issue was detected by an alert.

          ## Root Cause and Resolution

          - **Root Cause:** {{what caused the issue, in detail}}
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - The search stopped answering.

          ## Root Cause and Resolution

          What caused the issue, in detail, and how it was fixed, in detail.

          The disk was full.
        `,
        messages: ['This line is guidance from the template. Delete it, or write what it asks for.'],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Timeline

          - 14:02 UTC - The issue was detected, by an alert, an engineer or a customer.

          ## Root Cause and Resolution

          Text.
        `,
        messages: ['This line is guidance from the template. Delete it, or write what it asks for.'],
      },
    ],
  },
  check: (report) => {
    const guidance = findGuidance(report)
    const known = new Set(guidance)
    const instructions = findInstructions(report).filter((placed) => !known.has(placed))
    return [
      ...guidance.map((placed) => toProblem(placed, report)),
      ...instructions.map((placed) => ({ ...toProblem(placed, report), mild: true as const })),
    ]
  },
}

function toProblem(placed: PlacedLine, { source }: Report): Problem {
  const { start, end } = placed.passage()
  return {
    message: sentence`This line is guidance from the template. Delete it, or write what it asks for.`,
    range: { start, end },
    fixes: [
      {
        title: sentence`Delete the guidance`,
        preferred: true,
        edits: [{ ...wholeLines(placed.range, source), text: '' }],
      },
    ],
  }
}

const findGuidance = perReport(({ lines, template }) => linesRepeating(template)(lines))

const linesRepeating = perObject((template: Template) => {
  const guidance = readGuidance(template)
  const isRepeated = perObject((placed: PlacedLine) => isGuidance(placed, guidance))
  return linesThat(isRepeated)
})

/** The words of each sentence in which the template addresses the author, in order. */
function readGuidance({ sections }: Template): readonly (readonly string[])[] {
  return sections
    .flatMap(({ guidance, body }) => [guidance, ...body.flatMap(textsOf)])
    .map(wordsOf)
    .filter((words) => words.length >= minWords)
}

/** A sentence shorter than this may well be the author's own, even if the template has the same one. */
const minWords = 7

function textsOf(part: Part): readonly string[] {
  return part.kind === 'heading' ? part.body.flatMap(textsOf) : [part.text]
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function isGuidance({ line, segments }: PlacedLine, guidance: readonly (readonly string[])[]): boolean {
  if ((line.kind !== 'text' && line.kind !== 'row') || line.quoted || line.text.includes('{{')) return false
  const words = wordsOf(segments[0]?.time == null ? line.text : segments[0].text)
  return words.length >= minWords && guidance.some((wanted) => isNearlySame(words, wanted))
}

/** True if nine in ten words are the same and in the same order. */
function isNearlySame(words: readonly string[], wanted: readonly string[]): boolean {
  const allowed = Math.floor(wanted.length / 10)
  if (Math.abs(words.length - wanted.length) > allowed) return false
  let [same, from] = [0, 0]
  for (const word of words) {
    const at = wanted.indexOf(word, from)
    if (at === -1 || at - from > allowed) continue
    same += 1
    from = at + 1
  }
  return same >= wanted.length - allowed
}
