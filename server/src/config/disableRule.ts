import { type Entry, findNode, type MapNode } from './configNode.ts'
import { findOverrides } from './overrides.ts'
import type { Range } from './problem.ts'
import { readSource } from './readSource.ts'

/** A replacement in the text of a configuration file. */
export interface ConfigurationEdit extends Range {
  readonly text: string
}

/** The text of a new configuration file that turns a rule off. */
export function writeDisabled(rule: string): string {
  return `rules:\n  ${rule}: off\n`
}

/**
 * The smallest edit that turns a rule off; `null` if none is safe, as in a file that cannot be read in full.
 */
export function disableInConfiguration(name: string, text: string, rule: string): ConfigurationEdit | null {
  const { root, complete } = readSource(name, text)
  if (!complete) return null
  // An override would turn the rule on again for its files.
  if (findOverrides(root).some((override) => findNode(override, ['rules', rule]) !== null)) return null
  const isJson = /\.jsonc?$/i.test(name)
  const write: Write = isJson ? (key, value) => `"${key}": ${value}` : (key, value) => `${key}: ${value}`
  const off = isJson ? '"off"' : 'off'
  const line = text.includes('\r\n') ? '\r\n' : '\n'

  const own = findNode(root, ['rules', rule])
  if (own?.kind === 'scalar') return { start: own.start, end: own.end, text: 'off' }
  if (own?.kind === 'map') {
    const severity = findNode(own, ['severity'])
    if (severity?.kind === 'scalar') return { start: severity.start, end: severity.end, text: 'off' }
    return insertFirst(own, write('severity', off), text)
  }
  const rules = findNode(root, ['rules'])
  if (rules?.kind === 'map') return insertFirst(rules, write(rule, off), text)
  if (rules !== null) {
    return isJson ? null : { start: rules.end, end: rules.end, text: `${line}  ${rule}: off` }
  }
  if (isJson || (root?.kind === 'map' && text[root.start] === '{')) {
    return root?.kind === 'map' ? insertFirst(root, write('rules', `{ ${write(rule, off)} }`), text) : null
  }
  if (root !== null && root.kind !== 'map') return null
  const end = text.trimEnd().length
  const before = end === 0 ? '' : line
  const after = end === text.length ? line : ''
  return { start: end, end, text: `${before}rules:${line}  ${rule}: off${after}` }
}

type Write = (key: string, value: string) => string

/** Inserts before the first entry, on the same line if other text precedes it there, otherwise on its own. */
function insertFirst(map: MapNode, entry: string, text: string): ConfigurationEdit {
  const [first] = map.entries
  if (first === undefined) return { start: map.start + 1, end: map.start + 1, text: ` ${entry} ` }
  const start = startOf(first, text)
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const indentation = text.slice(lineStart, start)
  const isBlock = text[map.start] !== '{'
  const isAlone = indentation.trim() === ''
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  const separator = `${isBlock ? '' : ','}${isAlone ? line + indentation : ' '}`
  return { start, end: start, text: entry + separator }
}

/** A quoted key starts at its quote. */
function startOf({ keyRange }: Entry, text: string): number {
  return /["']/.test(text[keyRange.start - 1] ?? '') ? keyRange.start - 1 : keyRange.start
}
