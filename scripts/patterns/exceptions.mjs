const sentence =
  'Its windows are limited, so the steps at one place are, too. Only their product is large on paper.'
const line = 'It is tried once in a line, and all its parts are limited.'

/**
 * The regular expressions that are measured, because their form does not show that they take linear time, by their
 * file and their beginning.
 */
export const exceptions = [
  {
    file: 'server/src/postmortem/lines/markup.ts',
    begins: '<!--[\\s\\S]*?(?:-->|$)',
    reason:
      'It always matches, since a comment that is not closed ends with the text, and the search goes on there.',
  },
  {
    file: 'server/src/postmortem/vocabulary/englishPhrases.ts',
    begins: '\\b(?:last(?:ed|ing|s)?|persisted for|',
    reason: sentence,
  },
  {
    file: 'server/src/postmortem/vocabulary/englishFacts.ts',
    begins: '\\b(?:users?|customers?|clients?|',
    reason: sentence,
  },
  {
    file: 'server/src/postmortem/vocabulary/englishFacts.ts',
    begins: '\\b(?:complaints?|reports?|reported|',
    reason: sentence,
  },
  {
    file: 'server/src/postmortem/vocabulary/englishFacts.ts',
    begins: '\\b(?:alert|notif|inform|contact|',
    reason: sentence,
  },
  {
    file: 'server/src/postmortem/vocabulary/englishFacts.ts',
    begins: '\\b(?:assigned|passed|referred|',
    reason: sentence,
  },
  {
    file: 'server/src/rules/support/language/english.ts',
    begins: '\\b(?:no|none|not?\\b[^.]{0,20}',
    reason: sentence,
  },
  {
    file: 'server/src/rules/support/language/english.ts',
    begins: '\\b(?:engineers?|developers?|admin',
    reason: sentence,
  },
  {
    file: 'server/src/features/paste/slackText.ts',
    begins: '^(?<name>\\S.{0,79}?)(?: {2,10}|\\t)',
    reason: line,
  },
  {
    file: 'server/src/features/paste/slackText.ts',
    begins: '^(?<name>\\S.{0,79}?)?:? ?\\[',
    reason: line,
  },
]
