import * as v from 'valibot'

/** The parts of the JUnit format that we write, as Jenkins demands them. Anything else is an error. */

const text = v.pipe(v.string(), v.minLength(1))
const count = v.pipe(v.string(), v.regex(/^\d+$/), v.toNumber())

const element = <
  const Name extends string,
  Attributes extends v.ObjectEntries,
  const Child extends v.GenericSchema,
>(
  name: Name,
  attributes: Attributes,
  children: Child,
) => v.strictObject({ name: v.literal(name), attributes: v.strictObject(attributes), children })

const outcome = v.union([
  element('failure', { type: text, message: text }, v.tuple([text])),
  element('system-out', {}, v.tuple([text])),
])

const testcase = element(
  'testcase',
  { name: text, classname: text },
  v.pipe(v.array(outcome), v.maxLength(1)),
)

const testsuite = v.pipe(
  element(
    'testsuite',
    { name: text, file: text, tests: count, failures: count, errors: count, skipped: count },
    v.array(testcase),
  ),
  v.check(({ attributes, children }) => attributes.tests === children.length),
  v.check(
    ({ attributes, children }) =>
      attributes.failures === children.filter(({ children: [each] }) => each?.name === 'failure').length,
  ),
)

export const junitReport = element('testsuites', { name: text }, v.array(testsuite))

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** Reads a well-formed document without comments, and throws for any other. Text between elements is left out. */
export function parseXml(xml: string): XmlElement {
  if (/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    throw new Error('A forbidden character.')
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const token =
    /<\?xml [^?]*\?>\n|<(?<closed>\/?)(?<name>[\w-]+)(?<attributes>(?: [\w-]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)(?<empty>\/?)>|(?<text>(?:[^<&]|&#\d+;)+)/y
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    const { groups } = token.exec(xml) ?? { groups: undefined }
    if (token.lastIndex === 0) throw new Error(`Not well-formed at ${at}: ${xml.slice(at, at + 40)}`)
    const parent = open.at(-1)!
    if (groups?.text !== undefined && groups.text.trim() !== '') parent.children.push(decode(groups.text))
    if (groups?.name === undefined) continue
    if (groups.closed !== '') {
      if (open.pop()!.name !== groups.name) throw new Error(`"${groups.name}" ends what another began.`)
      continue
    }
    const pairs = [...groups.attributes!.matchAll(/ ([\w-]+)="([^"]*)"/g)]
    const made = {
      name: groups.name,
      attributes: Object.fromEntries(pairs.map(([, key, value]) => [key!, decode(value!)])),
      children: [],
    }
    if (Object.keys(made.attributes).length !== pairs.length) throw new Error('An attribute appears twice.')
    parent.children.push(made)
    if (groups.empty === '') open.push(made)
  }
  const [only, ...others] = root.children
  if (open.length !== 1 || others.length > 0 || typeof only !== 'object') throw new Error('Not one element.')
  return only
}

function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}
