import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configurationSchema, frontMatterForm } from '../../src/config/configurationSchema.ts'
import { rules } from '../../src/rules/index.ts'
import { templates } from '../../src/templates/index.ts'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readTexts = (path: string): Record<string, string> => JSON.parse(read(path))

const keys = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!)
const english = readTexts('package.nls.json')
/** Adding a language takes its two files and nothing else. */
const languages = readdirSync(join(root, 'l10n')).map((file) => /^bundle\.l10n\.(.+)\.json$/.exec(file)![1]!)
const manifestIn = (language: string) => readTexts(`package.nls.${language}.json`)
const messagesIn = (language: string) => readTexts(`l10n/bundle.l10n.${language}.json`)
const clientTexts = stringsIn(sourceOf('client/src'))
const serverTexts = [
  ...sentencesIn(sourceOf('server/src')),
  ...templates.flatMap(({ description, sections }) => [
    description,
    ...sections.map(({ guidance }) => guidance),
  ]),
  ...rules.map(({ summary }) => summary),
  ...[configurationSchema(rules), frontMatterForm(rules)].flatMap((form) => descriptionsIn(form)),
].filter((text) => /\p{L}/u.test(text.replace(/\{\d\}/g, '')))

describe('the texts of the extension', () => {
  it('are in the table of texts if people read them in the manifest', () => {
    const plain = read('package.json').match(
      /"(?:title|markdownDescription|contents|altText)": "(?!%|Postmortem")[^"]*"/g,
    )
    expect(plain).toBeNull()
  })

  it('are in English for each key in the manifest', () => {
    expect(languages).toEqual(expect.arrayContaining(['de', 'fr']))
    expect(Object.keys(english).sort()).toEqual([...new Set(keys)].sort())
  })

  it.each(languages)('are in "%s" for each key in the manifest', (language) => {
    expect(Object.keys(manifestIn(language)).sort()).toEqual(Object.keys(english).sort())
  })

  it.each(languages)('are in "%s" if the client or the server uses them, and no others are', (language) => {
    expect(clientTexts.length).toBeGreaterThan(50)
    expect(serverTexts.length).toBeGreaterThan(200)
    const texts = new Set([...clientTexts, ...serverTexts])
    const translated = Object.keys(messagesIn(language)).filter((text) => text !== quotation)
    expect(translated.sort()).toEqual([...texts].sort())
  })

  it('are found in the source of the server', () => {
    const source =
      "sentence`a ${count === 1 ? sentence`one` : sentence`${many(`${x}`)} ones`} \\`b\\` ${'}'}.`"
    expect(sentencesIn(source)).toEqual(['a {0} `b` {1}.', 'one', '{0} ones'])
  })

  it.each(languages)('have the same values in "%s" as in English', (language) => {
    const values = (text: string) => (text.match(/\{\d\}|\(command:[\w.]+\)|`[^`]+`/g) ?? []).sort()
    const manifest = manifestIn(language)
    for (const [text, translated] of Object.entries(messagesIn(language)))
      expect(values(translated)).toEqual(values(text))
    for (const [key, text] of Object.entries(english)) expect(values(manifest[key]!)).toEqual(values(text))
  })
})

/** The quotation marks of a language. No message consists of this text alone. */
const quotation = '"{0}"'

function sourceOf(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join(folder, file)))
    .join('\n')
}

/** The templates tagged with `sentence`, with numbers in place of their values. */
function sentencesIn(source: string): readonly string[] {
  return [...source.matchAll(/(?<!\w)sentence`/g)].map(
    ({ index }) => readTemplate(source, index + 'sentence`'.length).text,
  )
}

/** The descriptions of a schema and of everything nested in it. */
function descriptionsIn(form: unknown, seen = new Set<unknown>()): readonly string[] {
  if ((typeof form !== 'object' && typeof form !== 'function') || form === null || seen.has(form)) return []
  seen.add(form)
  const { type, description } = form as Readonly<Record<string, unknown>>
  const own = type === 'description' ? [String(description)] : []
  return [...own, ...Object.values(form).flatMap((part) => descriptionsIn(part, seen))]
}

/** `start` is the offset after the opening backquote. */
function readTemplate(source: string, start: number): { readonly text: string; readonly end: number } {
  let text = ''
  let values = 0
  let at = start
  while (source[at] !== '`') {
    if (source.startsWith('${', at)) {
      at = endOfValue(source, at + 2)
      text += `{${values++}}`
    } else {
      if (source[at] === '\\') at += 1
      text += source[at++]
    }
  }
  return { text, end: at + 1 }
}

function endOfValue(source: string, start: number): number {
  let depth = 1
  let at = start
  while (depth > 0) {
    const character = source[at++]
    if (character === '`') at = readTemplate(source, at).end
    else if (character === "'") at = source.indexOf("'", at) + 1
    else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
  }
  return at
}

/** The first argument of each call of `t`, which is the key in the bundle. */
function stringsIn(source: string): readonly string[] {
  return [...source.matchAll(/(?<!\w)t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) =>
    text!.replaceAll("\\'", "'"),
  )
}
