import { describe, expect, it } from 'vitest'
import { type Said, say, sayAll, sayAny, saySentences } from '../../src/language/sentence.ts'
import { createTell, tellInEnglish } from '../../src/language/tell.ts'

const tellInGerman = createTell({
  '"{0}" is missing in {1}.': 'In {1} fehlt „{0}“.',
  '{0} and {1}': '{0} und {1}',
  'the start': 'der Beginn',
})

function check(said: Said, english: string, german: string) {
  expect(tellInEnglish(said)).toBe(english)
  expect(tellInGerman(said)).toBe(german)
}

describe('a sentence', () => {
  it('is told in English where there is no table', () => {
    expect(tellInEnglish(say`The report has ${12} words.`)).toBe('The report has 12 words.')
  })

  it('has its values where the other language wants them', () => {
    check(
      say`"${'Impact'}" is missing in ${'Summary'}.`,
      '"Impact" is missing in Summary.',
      'In Summary fehlt „Impact“.',
    )
  })

  it('is told with the sentences in it', () => {
    check(sayAll([say`the start`, 'the end']), 'the start and the end', 'der Beginn und the end')
  })

  it('keeps what a writer has in braces as it is', () => {
    check(say`"${'{1}'}" is missing in ${'{0}'}.`, '"{1}" is missing in {0}.', 'In {0} fehlt „{1}“.')
  })

  it('is not found in what every object has', () => {
    expect(createTell({})(say`constructor`)).toBe('constructor')
  })
})

describe('a list', () => {
  it('names its items', () => {
    expect(tellInEnglish(sayAny([]))).toBe('')
    expect(tellInEnglish(sayAny(['one']))).toBe('one')
    expect(tellInEnglish(sayAny(['one', 'two']))).toBe('one or two')
    expect(tellInEnglish(sayAll(['one', 'two', say`three`]))).toBe('one, two and three')
  })

  it('of sentences stands one after the other', () => {
    expect(tellInEnglish(saySentences(say`It is late.`, say`Correct it.`))).toBe('It is late. Correct it.')
  })
})
