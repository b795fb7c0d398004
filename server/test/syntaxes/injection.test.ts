import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '../../..')

/** The grammars of VS Code's own Markdown and of what this extension adds to it. */
const files: Readonly<Record<string, string>> = {
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'postmortem.injection': join(root, 'syntaxes/postmortem.injection.json'),
}

let grammar: textmate.IGrammar
beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = files[scope]
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['postmortem.injection'] : []),
  })
  grammar = (await registry.loadGrammar('text.html.markdown'))!
})

/** Lists what is highlighted, as `kind text`. */
function check(markdown: string, expected: readonly string[]) {
  const found: string[] = []
  let stack = textmate.INITIAL
  for (const line of markdown.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack)
    stack = ruleStack
    for (const token of tokens) {
      const ours = token.scopes.findLast((scope) => scope.endsWith('.postmortem'))
      if (ours) found.push(`${ours.split('.').at(-2)} ${line.slice(token.startIndex, token.endIndex)}`)
    }
  }
  expect(found).toEqual(expected)
}

describe('the injected grammar', () => {
  it('marks times with their zones', () => {
    check('- 14:02 UTC - The alert fired.', ['time 14:02', 'timezone UTC'])
    check('**9:05 AM (EAT)** found it', ['time 9:05 AM', 'timezone EAT'])
    check('| 14:02:31 GMT+1 | event |', ['time 14:02:31', 'timezone GMT+1'])
  })

  it('marks dates and timestamps', () => {
    check('On 2024-05-10 it broke', ['date 2024-05-10'])
    check('from 2024-05-10T14:02:31Z to 2024-05-10T15:00+02:00', [
      'timestamp 2024-05-10T14:02:31',
      'timezone Z',
      'timestamp 2024-05-10T15:00',
      'timezone +02:00',
    ])
  })

  it('marks placeholders that are still to be filled in', () => {
    check('- **Impact:** {{which service}} was down', ['placeholder {{which service}}'])
  })

  it('leaves other numbers alone', () => {
    check('version 1.2.3, 10.0.0.1:8080, 25:99, ratio 3:45:10:2, 2024-13-01', [])
  })

  it('leaves code, links and comments alone', () => {
    check('`14:02 UTC` and [text](https://example.org/14:02)', [])
    check('```\n14:02 UTC {{placeholder}}\n```', [])
    check('<!-- 14:02 UTC -->', [])
  })
})
