import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from 'vitest'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'

const require = createRequire(import.meta.url)
const syntaxes = join(import.meta.dirname, '../../../syntaxes')
const ours = ['postmortem.suppression']

/** VS Code's own grammars of Markdown and HTML, and what this extension adds to them. */
const files: Readonly<Record<string, string>> = {
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'text.html.derivative': require.resolve('tm-grammars/grammars/html-derivative.json'),
  'text.html.basic': require.resolve('tm-grammars/grammars/html.json'),
  'source.yaml': require.resolve('tm-grammars/grammars/yaml.json'),
  'postmortem.suppression': join(syntaxes, 'suppression.injection.json'),
}

await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
const plain = await loadGrammar([])
const injected = await loadGrammar(ours)

/** Of a character, without those that this extension adds. */
type Scopes = string

/** Expects exactly this to be highlighted, as `kind text`. */
export function check(markdown: string, expected: readonly string[]) {
  const found = tokenize(injected, markdown).flatMap(({ text, scopes }) => {
    const own = scopes.findLast(isOurs)
    return own === undefined ? [] : [`${own.split('.').at(-2)} ${text}`]
  })
  expect(found, markdown).toEqual(expected)
}

/** Expects what Markdown itself is highlighted by to be as it would be without this extension. */
export function checkMarkdownIsKept(markdown: string) {
  expect(scopesByCharacter(injected, markdown), markdown).toEqual(scopesByCharacter(plain, markdown))
}

function scopesByCharacter(grammar: textmate.IGrammar, markdown: string): readonly Scopes[] {
  return tokenize(grammar, markdown).flatMap(({ text, scopes }) => {
    const others = scopes.filter((scope) => !isOurs(scope)).join(' ')
    return [...text].map((character) => `${character} ${others}`)
  })
}

interface Token {
  readonly text: string
  readonly scopes: readonly string[]
}

function tokenize(grammar: textmate.IGrammar, markdown: string): readonly Token[] {
  let stack = textmate.INITIAL
  return markdown.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack)
    stack = ruleStack
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }))
  })
}

function isOurs(scope: string): boolean {
  return scope.endsWith('.postmortem')
}

async function loadGrammar(injections: string[]): Promise<textmate.IGrammar> {
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = files[scope]
      return file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? injections : []),
  })
  const grammar = await registry.loadGrammar('text.html.markdown')
  if (grammar === null) throw new Error('There is no grammar of Markdown.')
  return grammar
}
