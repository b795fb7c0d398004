import { describe, expect, it } from 'vitest'
import { incomplete, misspelt, onlyRules } from '../reports.ts'
import { makeFolder, makeFolderForTest, postmortem } from '../terminal.ts'

const folder = makeFolder({
  '.postmortem.yml': onlyRules('section-missing', 'section-title-misspelt', 'placeholder-left'),
  'incomplete.md': incomplete,
  'misspelt.md': misspelt,
})

describe('findings as text', () => {
  it('are listed file by file, each with its line, and summed up', async () => {
    const { output } = await postmortem('lint .', { folder })
    expect(output).toBe(
      [
        'incomplete.md: 1 warning',
        'incomplete.md:3:4 warning The section "Timeline" is missing. Add it after "Issue Summary". section-missing',
        '  3 | ## Issue Summary',
        '    |    ^^^^^^^^^^^^^',
        '',
        'misspelt.md: 1 warning',
        'misspelt.md:7:4 warning The title "Timelien" is misspelt. Write "Timeline". section-title-misspelt',
        '  7 | ## Timelien',
        '    |    ^^^^^^^^',
        '',
        '2 warnings in 2 postmortems among 2 files. --fix can fix 1 of them.',
        '',
      ].join('\n'),
    )
  })

  it('are coloured on a terminal, unless the command line says otherwise', async () => {
    const yellow = '\x1b[33mwarning\x1b[39m'
    expect((await postmortem('lint', { folder, color: true })).output).toContain(yellow)
    expect((await postmortem('lint', { folder })).output).not.toContain('\x1b')
    expect((await postmortem('lint --color', { folder })).output).toContain(yellow)
    expect((await postmortem('lint --no-color', { folder, color: true })).output).not.toContain('\x1b')
  })

  it('show no characters that a terminal would obey', async () => {
    const input = incomplete.replace('Text.', 'TBD \x1b[2J\u202e\u009b0m')
    const { output } = await postmortem('lint -', { folder, input })
    expect(output).toContain('5 | TBD ␛[2J��0m')
    expect(output).not.toMatch(/[\x1b\x9b\u202e]/)
  })

  it('show no secret whose own finding is left out', async () => {
    const input = incomplete.replace('Text.', 'TBD password=tr0ub4dor-and-3')
    for (const args of ['--rule secret-exposed=off', '--rule secret-exposed=hint --severity information']) {
      const { output } = await postmortem(`lint - ${args}`, { input })
      expect(output).not.toContain('secret-exposed')
      expect(output).toContain('  5 | TBD password=•••••••••••••••\n    | ^^^\n')
    }
  })

  it('show no secret, not even beside another finding of its line', async () => {
    const input = incomplete.replace('Text.', 'TBD password=tr0ub4dor-and-3')
    const { output } = await postmortem('lint -', { folder: makeFolderForTest({}), input })
    expect(output).toContain('  5 | TBD password=•••••••••••••••\n    | ^^^\n')
    expect(output).toContain('  5 | TBD password=•••••••••••••••\n    |              ^^^^^^^^^^^^^^^\n')
    expect(output).not.toContain('tr0ub4dor')
  })

  it('are as wide as the terminal', async () => {
    const input = incomplete.replace(
      'Text.',
      `${'Words in a long line. '.repeat(20)}TBD. ${'And on '.repeat(20)}`,
    )
    const { output } = await postmortem('lint -', { folder, input, columns: 60 })
    const lines = output.split('\n')
    const shown = lines.find((line) => line.startsWith('  5 |'))
    const marks = lines[lines.indexOf(shown ?? '') + 1]
    expect(shown?.length).toBeLessThanOrEqual(60)
    expect(shown).toMatch(/ \| ….*TBD.*…$/)
    expect(marks?.indexOf('^')).toBe(shown?.indexOf('TBD'))
  })
})
