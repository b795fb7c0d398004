import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readTexts = (path: string): Record<string, string> => JSON.parse(read(path))

const keys = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!)
const english = readTexts('package.nls.json')
const german = readTexts('package.nls.de.json')
const bundle = readTexts('l10n/bundle.l10n.de.json')
const said = stringsIn(
  readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join('client/src', file)))
    .join('\n'),
)

describe('what the extension says', () => {
  it('is in the table of texts wherever the manifest has a text that people read', () => {
    const plain = read('package.json').match(
      /"(?:title|markdownDescription|contents|altText)": "(?!%|Postmortem")[^"]*"/g,
    )
    expect(plain).toBeNull()
  })

  it('is in English and in German, each text of the manifest once', () => {
    expect(Object.keys(english).sort()).toEqual([...new Set(keys)].sort())
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort())
  })

  it('is in German wherever the client speaks', () => {
    expect(said.length).toBeGreaterThan(50)
    expect(Object.keys(bundle).sort()).toEqual([...new Set(said)].sort())
  })

  it('has the same values in both languages', () => {
    const values = (text: string) => (text.match(/\{\d\}|\(command:[\w.]+\)|`[^`]+`/g) ?? []).sort()
    for (const [text, translated] of Object.entries(bundle)) expect(values(translated)).toEqual(values(text))
    for (const [key, text] of Object.entries(english)) expect(values(german[key]!)).toEqual(values(text))
  })
})

/** The first argument of each call of `t`, which is what the bundle is looked up by. */
function stringsIn(source: string): readonly string[] {
  return [...source.matchAll(/(?<!\w)t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) =>
    text!.replaceAll("\\'", "'"),
  )
}
