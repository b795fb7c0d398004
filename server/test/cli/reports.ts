import { rules } from '../../src/rules/index.ts'

const section = (title: string) => `## ${title}\n\nText.\n\n`

export const complete = [
  '# Postmortem\n\n',
  ...['Issue Summary', 'Timeline', 'Root Cause and Resolution', 'Corrective and Preventative Measures'].map(
    section,
  ),
].join('')

/** Lacks its timeline, which is reported at the title on its third line. */
export const incomplete = complete.replace(section('Timeline'), '')

/** Has a title with a safe fix. */
export const misspelt = complete.replace('## Timeline', '## Timelien')

/** These tests are about the terminal, and a few rules are enough to see what it does with findings. */
export function onlyRules(...ids: readonly string[]): string {
  const off = rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => `  ${id}: off\n`)
  return `rules:\n${off.join('')}`
}
