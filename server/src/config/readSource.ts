import { sentence } from '../messages/sentence.ts'
import type { Source } from './configNode.ts'
import { maxTextLength } from './files.ts'
import { error } from './problem.ts'
import { readJson } from './readJson.ts'
import { readYaml } from './readYaml.ts'

const readers: readonly { readonly ending: RegExp; readonly read: (text: string) => Source }[] = [
  { ending: /\.jsonc$/i, read: (text) => readJson(text, { comments: true }) },
  { ending: /\.json$/i, read: (text) => readJson(text, { comments: false }) },
  { ending: /\.ya?ml$/i, read: readYaml },
]

/** Reads a configuration file in the format of its extension. */
export function readSource(name: string, text: string): Source {
  const reader = readers.find(({ ending }) => ending.test(name))
  if (reader === undefined) return { root: null, problems: [], complete: true }
  if (text.length > maxTextLength) {
    const message = sentence`This file is longer than ${maxTextLength / 1024} KiB. Shorten it.`
    return { root: null, problems: [error({ start: 0, end: 0 }, message)], complete: false }
  }
  // A byte order mark is not content. A space in its place preserves all offsets.
  return reader.read(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text)
}
