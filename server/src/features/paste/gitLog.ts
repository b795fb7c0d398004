import { readInstant } from './instants.ts'
import { exactly, type PastedEvent, type TextReader } from './pastedEvent.ts'

/** The output of `git log`: commits with headers, or one commit a line with its hash and date. */
export const readGitLog: TextReader = (text) => {
  const lines = text.split(/\r\n|\r|\n/)
  const events = lines.some((line) => commitLine.test(line)) ? readCommits(lines) : readOneLines(lines)
  return events.length === 0 ? null : events
}

/** `git log --graph` draws its lines before the commit. */
const commitLine = /^[*|/\\ ]{0,20}commit (?<hash>[0-9a-f]{7,64})\b/
const dateLine = /^[*|/\\ ]{0,20}(?<whose>Author|Commit)?Date: {1,10}(?<date>\S.{0,60})$/

interface Commit {
  readonly hash: string
  instant: number | null
  subject: string | null
}

function readCommits(lines: readonly string[]): readonly PastedEvent[] {
  const commits: Commit[] = []
  for (const line of lines) {
    const hash = commitLine.exec(line)?.groups?.hash
    const commit = commits.at(-1)
    if (hash !== undefined) commits.push({ hash: hash.slice(0, 8), instant: null, subject: null })
    else if (commit !== undefined) readLine(line, commit)
  }
  return commits.flatMap(({ hash, instant, subject }) =>
    instant === null || subject === null ? [] : [exactly(instant, `Commit ${hash}: ${subject}`)],
  )
}

/** The commit date is when the change landed. It follows the author date, and so replaces it. */
function readLine(line: string, commit: Commit): void {
  const date = dateLine.exec(line)?.groups?.date
  if (date !== undefined) commit.instant = readInstant(date) ?? commit.instant
  else if (commit.instant !== null)
    commit.subject ??= /^[*|/\\ ]{0,20} {4}(\S.{0,500})$/.exec(line)?.[1] ?? null
}

const date =
  '(?<date>\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)? ?(?:Z|[+-]\\d\\d:?\\d\\d)|[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d \\d{4} [+-]\\d{4})'
const hash = '(?<hash>[0-9a-f]{7,64})'
const between = '[\\s|,;()\\[\\]-]{1,5}'
const oneLine = [
  new RegExp(`^[*|/\\\\ ]{0,20}${hash}${between}${date}${between}(?<subject>\\S.{0,500})$`),
  new RegExp(`^[*|/\\\\ ]{0,20}${date}${between}${hash}${between}(?<subject>\\S.{0,500})$`),
]

/** Empty if any line is not a commit, since the text is then in another format. */
function readOneLines(lines: readonly string[]): readonly PastedEvent[] {
  const events: PastedEvent[] = []
  for (const line of lines.filter((each) => /[^*|/\\\s]/.test(each))) {
    const groups = oneLine.map((pattern) => pattern.exec(line)?.groups).find((found) => found !== undefined)
    const instant = readInstant(groups?.date ?? '')
    if (groups === undefined || instant === null) return []
    events.push(exactly(instant, `Commit ${groups.hash?.slice(0, 8)}: ${groups.subject}`))
  }
  return events
}
