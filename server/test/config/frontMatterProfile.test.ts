import { describe, expect, it } from 'vitest'
import { createFrontMatterReader } from '../../src/config/frontMatter/frontMatter.ts'
import { findUnknownWords } from '../../src/config/frontMatter/profile.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { knownRules } from './memoryFiles.ts'

const read = createFrontMatterReader(knownRules)
const vocabulary = { services: ['checkout', 'mail'], causes: ['capacity', 'expired-certificate'] }

const messagesFor = (text: string, words: typeof vocabulary | object = vocabulary) =>
  findUnknownWords(read(text, 0).profile, words).map(({ message, range }) => ({
    at: text.slice(range.start, range.end),
    message: inEnglish(message),
  }))

describe('the words that a report is filed under', () => {
  it('are those of the team, in any case', () => {
    expect(messagesFor('services: [Checkout, mail]\ncauses: capacity\n')).toEqual([])
  })

  it('are reported if the team does not have them, with the one that was probably meant', () => {
    expect(messagesFor('services: [chekout]\n')).toEqual([
      {
        at: 'chekout',
        message:
          '"chekout" is not among the words of the team in the configuration. Did you mean "checkout"?',
      },
    ])
    expect(messagesFor('causes:\n  - gremlins\n')[0]?.message).toContain(
      'Write "capacity" or "expired-certificate".',
    )
  })

  it('may be any where the team lists none', () => {
    expect(messagesFor('trigger: anything\nservices: [x]\n', {})).toEqual([])
  })

  it('are not read from anything but words', () => {
    expect(read('services: { a: b }\nid: [1]\nseverity:\ncauses: [[a]]\n', 0).profile).toEqual({})
  })
})
