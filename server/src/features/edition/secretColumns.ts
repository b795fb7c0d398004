import { isRandom, isSecretValue } from '../../postmortem/disclosures/secretValues.ts'
import { sourceOffset } from '../../postmortem/lines/line.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Cut } from './cut.ts'

/** The columns whose values are secrets if they look like one: those of a token may be about coins. */
const columns: readonly (readonly [title: RegExp, isSecret: (value: string) => boolean])[] = [
  [/^\W*(?:passwords?|passwd|passphrases?|pw|secrets?)\W*$/i, (value) => isSecretValue(value, false)],
  [/^\W*(?:(?:api|access|auth|secret)[ _-]?)?(?:tokens?|keys?)\W*$/i, isRandom],
]

/** The cells below a title such as "Password". Their rows may be in other blocks than the title, so no rule sees them. */
export function findSecretCells({ lines }: Report): readonly Cut[] {
  let tests: readonly (((value: string) => boolean) | undefined)[] = []
  return lines.flatMap((placed): readonly Cut[] => {
    const { line } = placed
    if (line.kind === 'header')
      tests = line.cells.map(({ text }) => columns.find(([title]) => title.test(text))?.[1])
    if (line.kind !== 'row') return []
    return line.cells.flatMap((cell, index): Cut[] => {
      const value = cell.text.trim()
      if (/\s/.test(value) || tests[index]?.(value) !== true) return []
      const { start, end } = placed.passageAs('', sourceOffset(cell, 0), cell.end)
      // Nobody wants to read it once more.
      return [{ start, end, replacement: '[secret removed]', leftOut: { kind: 'secret', text: 'secret' } }]
    })
  })
}
