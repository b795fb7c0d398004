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
const german = readTexts('package.nls.de.json')
const bundle = readTexts('l10n/bundle.l10n.de.json')
const saidByClient = stringsIn(sourceOf('client/src'))
const saidByServer = [
  ...sentencesIn(sourceOf('server/src')),
  ...templates.flatMap(({ description, sections }) => [
    description,
    ...sections.map(({ guidance }) => guidance),
  ]),
  ...rules.map(({ summary }) => summary),
  ...[configurationSchema(rules), frontMatterForm(rules)].flatMap((form) => descriptionsIn(form)),
].filter((text) => /\p{L}/u.test(text.replace(/\{\d\}/g, '')))

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

  it('is in German wherever the client or the server speaks, and nothing else is', () => {
    expect(saidByClient.length).toBeGreaterThan(50)
    expect(saidByServer.length).toBeGreaterThan(200)
    const said = new Set([...saidByClient, ...saidByServer])
    const spoken = Object.keys(bundle).filter((text) => text !== quotation)
    expect(spoken.sort()).toEqual([...said].sort())
  })

  it('finds the sentences in what the server is written in', () => {
    const source =
      "sentence`a ${count === 1 ? sentence`one` : sentence`${many(`${x}`)} ones`} \\`b\\` ${'}'}.`"
    expect(sentencesIn(source)).toEqual(['a {0} `b` {1}.', 'one', '{0} ones'])
  })

  it('has the same values in both languages', () => {
    const values = (text: string) => (text.match(/\{\d\}|\(command:[\w.]+\)|`[^`]+`/g) ?? []).sort()
    for (const [text, translated] of Object.entries(bundle)) expect(values(translated)).toEqual(values(text))
    for (const [key, text] of Object.entries(english)) expect(values(german[key]!)).toEqual(values(text))
  })
})

/** Every language has marks of its own. */
const quotation = '"{0}"'

function sourceOf(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join(folder, file)))
    .join('\n')
}

/** What stands in each template that is tagged with `sentence`, with the numbers of its values in their places. */
function sentencesIn(source: string): readonly string[] {
  return [...source.matchAll(/(?<!\w)sentence`/g)].map(
    ({ index }) => readTemplate(source, index + 'sentence`'.length).text,
  )
}

/** What a form says of its keys and values, however deep. */
function descriptionsIn(form: unknown, seen = new Set<unknown>()): readonly string[] {
  if ((typeof form !== 'object' && typeof form !== 'function') || form === null || seen.has(form)) return []
  seen.add(form)
  const { type, description } = form as Readonly<Record<string, unknown>>
  const own = type === 'description' ? [String(description)] : []
  return [...own, ...Object.values(form).flatMap((part) => descriptionsIn(part, seen))]
}

/** From behind the first backquote. */
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

/** The first argument of each call of `t`, which is what the bundle is looked up by. */
function stringsIn(source: string): readonly string[] {
  return [...source.matchAll(/(?<!\w)t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) =>
    text!.replaceAll("\\'", "'"),
  )
}
