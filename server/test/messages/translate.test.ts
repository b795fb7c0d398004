import { describe, expect, it } from 'vitest'
import {
  joinSentences,
  joinWithAnd,
  joinWithOr,
  type SentencePart,
  sentence,
} from '../../src/messages/sentence.ts'
import { createTranslator, inEnglish } from '../../src/messages/translate.ts'

const tellInGerman = createTranslator({
  '"{0}" is missing in {1}.': 'In {1} fehlt „{0}“.',
  '{0} and {1}': '{0} und {1}',
  'the start': 'der Beginn',
})

function check(said: SentencePart, english: string, german: string) {
  expect(inEnglish(said)).toBe(english)
  expect(tellInGerman(said)).toBe(german)
}

describe('a sentence', () => {
  it('is told in English where there is no table', () => {
    expect(inEnglish(sentence`The report has ${12} words.`)).toBe('The report has 12 words.')
  })

  it('has its values where the other language wants them', () => {
    check(
      sentence`"${'Impact'}" is missing in ${'Summary'}.`,
      '"Impact" is missing in Summary.',
      'In Summary fehlt „Impact“.',
    )
  })

  it('is told with the sentences in it', () => {
    check(joinWithAnd([sentence`the start`, 'the end']), 'the start and the end', 'der Beginn und the end')
  })

  it('keeps what a writer has in braces as it is', () => {
    check(sentence`"${'{1}'}" is missing in ${'{0}'}.`, '"{1}" is missing in {0}.', 'In {0} fehlt „{1}“.')
  })

  it('is not found in what every object has', () => {
    expect(createTranslator({})(sentence`constructor`)).toBe('constructor')
  })
})

describe('a list', () => {
  it('names its items', () => {
    expect(inEnglish(joinWithOr([]))).toBe('')
    expect(inEnglish(joinWithOr(['one']))).toBe('one')
    expect(inEnglish(joinWithOr(['one', 'two']))).toBe('one or two')
    expect(inEnglish(joinWithAnd(['one', 'two', sentence`three`]))).toBe('one, two and three')
  })

  it('of sentences stands one after the other', () => {
    expect(inEnglish(joinSentences(sentence`It is late.`, sentence`Correct it.`))).toBe(
      'It is late. Correct it.',
    )
  })
})
