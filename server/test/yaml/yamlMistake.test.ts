import { expect, it } from 'vitest'
import { inEnglish } from '../../src/messages/translate.ts'
import { parseYaml } from '../../src/yaml/parseYaml.ts'
import { describeMistake } from '../../src/yaml/yamlMistake.ts'

function firstMistake(text: string): string {
  const parsed = parseYaml(text)
  const error = parsed.kind === 'documents' ? parsed.documents[0]?.errors[0] : undefined
  if (error === undefined) throw new Error('This is valid.')
  const { what, start, end } = describeMistake(error, text)
  return `${JSON.stringify(text.slice(start, end))}: ${inEnglish(what)}`
}

it.each([
  ['files: [a,\n\nrules: {}\n', '"[": a list that begins with "[" does not end with "]"'],
  ['words: { min: 1\n\n', '"{": a map that begins with "{" does not end with "}"'],
  ['name: "Ours\n\n', '"s": a quotation mark is missing at the end'],
  ['rules\nwords: null\n', '"rules": a colon is missing after a key'],
  ['rules:\n\tsection-order: off\n', '"\\t": lines are indented with spaces, not with tabs'],
  ['name: @ours\n', '"@": a value that begins with this character needs quotation marks'],
  ['files:\n  - a\n name: b\n', '" ": the indentation does not fit the lines above'],
  ['name: "a" b\n', '"b": this does not belong to what is before it'],
])('says in plain words what is wrong with %j, and where', (text, mistake) => {
  expect(firstMistake(text)).toBe(mistake)
})
