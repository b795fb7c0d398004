import type { Edit } from '../../src/postmortem/report.ts'
import type { Finding } from '../../src/rules/rule.ts'
import { createService } from '../../src/service.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail } })

export function findingsIn(text: string): readonly Finding[] {
  return service.check(service.open(text))
}

export function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text)
}
