import { sentence } from '../../messages/sentence.ts'
import type { Report } from '../../postmortem/report.ts'
import { type Cause, readCauses } from './causeTree.ts'
import { type MermaidAction, placeMermaid } from './mermaidBlock.ts'
import { shorten } from './svgMarks.ts'

const mark = '%% Drawn from the causes of this report.'

/** Inserts a diagram of the nested causes in the section at the offset, or updates the one that is there. */
export function insertCauses(report: Report, offset: number): MermaidAction | null {
  const found = readCauses(report).findLast(({ section: { start, end } }) => start <= offset && offset <= end)
  if (found === undefined || found.causes.length === 0) return null
  const { section, causes } = found
  return placeMermaid(writeCauses(causes), section, report, {
    mark,
    insert: sentence`Insert causes as Mermaid diagram`,
    update: sentence`Update the Mermaid diagram of the causes`,
  })
}

/** A flow chart in which each arrow leads from a reason to what it led to. */
export function writeCauses(causes: readonly Cause[]): string {
  const nodes: string[] = []
  const arrows: string[] = []
  const add = ({ text, because }: Cause): string => {
    const id = `cause${nodes.length + 1}`
    nodes.push(`  ${id}["${plain(text)}"]`)
    for (const reason of because) arrows.push(`  ${add(reason)} --> ${id}`)
    return id
  }
  for (const cause of causes) add(cause)
  return ['flowchart BT', mark, ...nodes, ...arrows].join('\n')
}

/** Within quotes, only these have a meaning in Mermaid; backquotes would end the block or begin Markdown. */
function plain(text: string): string {
  return shorten(text.replaceAll(/[`<>{}\s]+/g, ' ').trim(), 1200)
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
}
