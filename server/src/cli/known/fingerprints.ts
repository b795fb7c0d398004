import { createHash } from 'node:crypto'
import type { LintedFile } from '../../checking/lintedFile.ts'

/** What a finding is recognised by when lines have moved. It reveals no secret, as a `LintedFile` has none. */
export interface Fingerprint {
  readonly rule: string
  /** What is wrong, without the advice, which may name a neighbour. */
  readonly problem: string
  /** A hash of the line that it is in, without its indentation. */
  readonly line: string
}

export function fingerprintsOf({
  lines,
  findings,
}: Pick<LintedFile, 'lines' | 'findings'>): readonly Fingerprint[] {
  const texts = new Map(lines.map(({ line, text }) => [line, text]))
  return findings.map(({ rule, message, line }) => ({
    rule,
    // Every edit changes the length of a text, and not what is wrong with it.
    problem: firstSentence(message).replace(/\b\d+ words?\b/g, '… words'),
    line: shortHash((texts.get(line) ?? '').trim().replace(/\s+/g, ' ')),
  }))
}

/** One id for each finding of a file. It stays the same when lines move, and like findings have different ones. */
export function identify(file: LintedFile, path: string): readonly string[] {
  const counts = new Map<string, number>()
  return fingerprintsOf(file).map(({ rule, problem, line }) => {
    const key = JSON.stringify([path, rule, problem, line])
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return shortHash(`${key} ${count}`)
  })
}

/** A message says what is wrong, then what to do. A full stop in quotation marks ends no sentence. */
function firstSentence(message: string): string {
  const [first = message] = /^(?:"[^"]{0,400}"|[^."]|\.(?! |$))+/.exec(message) ?? []
  return first.trim()
}

/** Long enough that two findings of a repository never share it by chance. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
