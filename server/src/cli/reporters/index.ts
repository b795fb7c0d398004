import { reportForGithub } from './github.ts'
import { reportForGitlab } from './gitlab.ts'
import { reportAsJson } from './json.ts'
import { reportAsJunit } from './junit.ts'
import { reportAsMarkdown } from './markdown.ts'
import type { Reporter } from './reporter.ts'
import { reportAsSarif } from './sarif.ts'
import { reportAsText } from './text.ts'

export const reporters = {
  text: reportAsText,
  json: reportAsJson,
  sarif: reportAsSarif,
  github: reportForGithub,
  gitlab: reportForGitlab,
  junit: reportAsJunit,
  markdown: reportAsMarkdown,
} satisfies Readonly<Record<string, Reporter>>

export type Format = keyof typeof reporters

export const formats = Object.keys(reporters) as Format[]
