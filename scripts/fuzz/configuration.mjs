import { loadSource } from '../loadSource.mjs'

const names = ['.postmortem.yml', '.postmortem.json', '.postmortem.jsonc']
const keys = [
  'template',
  'templates',
  'extends',
  'rules',
  'sections',
  'words',
  'min',
  'max',
  'timeZone',
  'actions',
  'require',
  'links',
  'files',
  '__proto__',
  'constructor',
  'section-missing',
]
const pieces = [
  ...keys.map((key) => `${key}: `),
  ...keys.map((key) => `"${key}": `),
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '&a ',
    '*a',
    '<<: ',
    '!!js ',
    '!!binary ',
    '|\n',
    '>\n',
    '#',
    '---\n',
    '...\n',
    '? ',
    '%',
  ],
  ...[
    'off',
    'warning',
    'true',
    'null',
    '~',
    '1',
    '-1',
    '1e999',
    'NaN',
    '0x',
    '../../',
    '/etc/hosts',
    'a',
    '*.md',
    '**',
    '{a,b}',
    '\0',
    '\ud800',
    '\u2028',
    '\t',
    '//',
    '/*',
    '*/',
  ],
]

/** Any text as a configuration file: it is understood as far as it goes, and only what is in it is marked. */
export async function createKind() {
  const { createReader, rules } = await loadSource({
    'server/src/config/readConfiguration.ts': ['createReader'],
    'server/src/rules/index.ts': ['rules'],
  })
  const read = createReader(rules)
  return {
    make: (random) => ({ name: random.pick(names), text: random.text(pieces, 60) }),
    check: async ({ name, text }) => {
      if (!names.includes(name)) return null
      try {
        const { problems } = read(`file:///${name}`, text)
        const outside = problems.find(
          ({ range }) => range.start < 0 || range.end < range.start || range.end > text.length,
        )
        if (outside !== undefined) return `a problem is outside the text: ${JSON.stringify(outside.range)}`
        return {}.polluted === undefined ? null : 'the prototype of all objects has changed'
      } catch (error) {
        return `it throws: ${error.message}`
      }
    },
  }
}
