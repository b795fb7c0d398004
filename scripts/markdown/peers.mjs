// The parsers that the Markdown layer is compared with. Each opens a text and returns an object with `edit`.
import { createRequire } from 'node:module'
import { TreeFragment } from '@lezer/common'
import { GFM, parser } from '@lezer/markdown'

const lezer = parser.configure(GFM)

/** lezer gets the new text ready-made, so the time to splice it is not counted. */
export function openLezer(text) {
  let tree = lezer.parse(text)
  let fragments = TreeFragment.addTree(tree)
  return {
    edit({ start, end, text: inserted }, whole) {
      const change = { fromA: start, toA: end, fromB: start, toB: start + inserted.length }
      fragments = TreeFragment.applyChanges(fragments, [change])
      tree = lezer.parse(whole, fragments)
      fragments = TreeFragment.addTree(tree, fragments)
    },
  }
}

/** Loads tree-sitter's block grammar, which does not parse inline content; undefined if it is not installed. */
export function loadTreeSitter() {
  try {
    const require = createRequire(import.meta.url)
    const Parser = require('tree-sitter')
    const language = require('@tree-sitter-grammars/tree-sitter-markdown')
    return (text) => openTreeSitter(Parser, language, text)
  } catch {
    return undefined
  }
}

function openTreeSitter(Parser, language, text) {
  const treeSitter = new Parser()
  treeSitter.setLanguage(language)
  const parse = (whole, old) => treeSitter.parse((index) => whole.slice(index, index + 4_096), old)
  let tree = parse(text)
  return {
    edit({ start, end, text: inserted }, whole, position) {
      tree.edit({
        startIndex: start,
        oldEndIndex: end,
        newEndIndex: start + inserted.length,
        startPosition: position,
        oldEndPosition: { row: position.row, column: position.column + end - start },
        newEndPosition:
          inserted === '\n'
            ? { row: position.row + 1, column: 0 }
            : { row: position.row, column: position.column + inserted.length },
      })
      tree = parse(whole, tree)
    },
  }
}
