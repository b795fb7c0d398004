import type { Range } from '../../src/postmortem/lines/passage.ts'
import type { Report } from '../../src/postmortem/report.ts'
import { createService } from '../../src/service.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })

export function readText(text: string): Report {
  return service.open(text).report
}

export function lineOf(text: string, { start }: Range): number {
  return text.slice(0, start).split('\n').length
}

export const reportWith = (duration: string, timeline: string, title = 'Postmortem: Search down') =>
  [
    `# ${title}`,
    '',
    '## Issue Summary',
    '',
    `- **Duration:** ${duration}`,
    '- **Impact:** Search was down for 40% of users.',
    '',
    '## Timeline',
    '',
    timeline,
    '',
    '## Root Cause and Resolution',
    '',
    'The index was rebuilt from an empty export, and put back.',
    '',
    '## Corrective and Preventative Measures',
    '',
    '- [ ] Refuse an empty export.',
    '',
  ].join('\n')
