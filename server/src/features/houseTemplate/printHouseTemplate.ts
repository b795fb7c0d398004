import type { Part } from '../../templates/template.ts'
import type { HouseSection, HouseTemplate } from './deriveTemplate.ts'
import { anyText } from './partTexts.ts'
import { minRequiredShare, minShare } from './shares.ts'

/** The text of a `.postmortem.yml` that defines the template, with comments that say what it was derived from. */
export function printHouseTemplate(house: HouseTemplate, folder: string): string {
  const { template, reports, sections } = house
  const blocks = [
    [
      `# The template of the reports in ${toComment(folder)}, derived from ${reports} of them.`,
      `# It has the sections that at least ${percent(minShare)} of them have. Those that at least ${percent(minRequiredShare)} have are`,
      '# required. Edit it until it says what your reports should have.',
    ],
    [
      'template: none # This file is the whole template.',
      `id: ${template.id}`,
      `name: ${template.name}`,
      `description: ${quote(template.description)}`,
      `title: ${quote(template.title)}`,
      'words: null # Any length.',
    ],
    ['sections:', ...sections.flatMap((section) => printSection(section, reports))],
    printRules(house),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function printSection({ section, shares, reports }: HouseSection, all: number): readonly string[] {
  const { id, title, required, body } = section
  const parts = body.map((part) => {
    const share = shares.get(part)
    return `      - ${printPart(part)}${share === undefined ? '' : ` # ${share.reports} of ${share.of}`}`
  })
  return [
    `  # ${reports} of ${all} reports`,
    `  - id: ${quote(id)}`,
    `    title: ${quote(title)}`,
    ...(required ? [] : ['    required: false']),
    ...(isDefault(body) ? [] : ['    body:', ...parts]),
  ]
}

/** What a section has that says nothing about its body. */
function isDefault(body: readonly Part[]): boolean {
  const [part] = body
  return body.length === 1 && part?.kind === 'paragraph' && part.text === anyText
}

function printPart(part: Part): string {
  const entries = Object.entries(part).map(([key, value]) => `${key}: ${printValue(value)}`)
  return `{ ${entries.join(', ')} }`
}

function printValue(value: string | null | readonly Part[]): string {
  if (value === null) return 'null'
  return typeof value === 'string' ? quote(value) : `[${value.map(printPart).join(', ')}]`
}

/** Rules that would contradict what most of the reports do. */
function printRules({ reports, withoutHeadings, inOtherOrder }: HouseTemplate): readonly string[] {
  const rules = [
    ...(withoutHeadings >= reports * minShare
      ? [
          `  section-not-heading: off # The titles of ${withoutHeadings} of ${reports} reports are not headings.`,
        ]
      : []),
    ...(inOtherOrder > reports * (1 - minShare)
      ? [`  section-order: off # ${inOtherOrder} of ${reports} reports have another order.`]
      : []),
  ]
  return rules.length === 0 ? [] : ['rules:', ...rules]
}

/** Plain where YAML cannot take the text for anything but text, and in single quotes elsewhere. */
function quote(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} ()./-]*$/u.test(text) && !text.endsWith(' ') && !reserved.test(text)
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`
}

const reserved = /^(?:true|false|yes|no|on|off|null|y|n)$/i

function toComment(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
