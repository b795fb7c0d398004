import { reportForGithub } from './github.ts'
import { reportAsJson } from './json.ts'
import type { Reporter } from './reporter.ts'
import { reportAsSarif } from './sarif.ts'
import { reportAsText } from './text.ts'

export const reporters = {
  text: reportAsText,
  json: reportAsJson,
  sarif: reportAsSarif,
  github: reportForGithub,
} satisfies Readonly<Record<string, Reporter>>
