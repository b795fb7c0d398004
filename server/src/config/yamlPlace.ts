/** The place of the cursor in unfinished YAML: in a key, in the value of a key, or in an item of a list. */
export interface YamlPlace {
  /** An item of a list may be a value or a map of keys. */
  readonly kind: 'key' | 'value' | 'item'
  /** The keys around it, outermost first. For a value or an item, the last one is its own key. */
  readonly path: readonly string[]
  /** The part already typed. */
  readonly typed: string
  /** The other keys of the same map, or the preceding items on the same line. */
  readonly others: readonly string[]
}

interface KeyLine {
  readonly column: number
  readonly key: string
  /** True if the key is the first of a list item. */
  readonly opensItem: boolean
}

const beginningOfKey = /^((?: |- ){0,80})([\w$.-]{0,60})$/
const beginningOfValue =
  /^((?: |- ){0,80})(?![ -])(["']?)([\w$. -]{1,60})\2:[ \t]+["']?([^\s"'#[\]{},][^"'#[\]{},]{0,80})?$/
const insideList = /^((?: |- ){0,80})([\w$.-]{1,60}):[ \t]+\[([^[\]{}#]{0,400})$/

/** Goes by the indentation of the lines around the cursor, because unfinished YAML cannot be parsed. */
export function findYamlPlace(text: string, offset: number): YamlPlace | null {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const before = text.slice(start, offset)
  const above = readKeys(text.slice(0, start))
  const below = readKeys(text.slice(offset).replace(/^[^\r\n]*/, ''))

  const list = insideList.exec(before)
  if (list !== null) {
    const [, indentation = '', key = '', items = ''] = list
    const words = items.split(',').map((item) => item.trim())
    const path = [...pathTo(indentation.length, above), key]
    return { kind: 'item', path, typed: words.at(-1) ?? '', others: words.slice(0, -1) }
  }
  const value = beginningOfValue.exec(before)
  if (value !== null) {
    const [, indentation = '', , key = '', typed = ''] = value
    return { kind: 'value', path: [...pathTo(indentation.length, above), key], typed, others: [] }
  }
  const begun = beginningOfKey.exec(before)
  if (begun === null) return null
  const [, indentation = '', typed = ''] = begun
  const isFirst = indentation.endsWith('- ')
  const column = indentation.length
  const siblings = isFirst ? [] : siblingsAbove(column, above)
  const others = [...siblings, ...siblingsBelow(column, below)].map(({ key }) => key)
  const isItem = isFirst || siblings.some(({ opensItem }) => opensItem)
  return { kind: isItem ? 'item' : 'key', path: pathTo(column, above), typed, others }
}

function readKeys(text: string): readonly KeyLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, indentation = '', , key] =
      /^((?: |- ){0,80})(?![ -])(["']?)([\w$. -]{1,60})\2:(?=\s|$)/.exec(line) ?? []
    if (key === undefined) return []
    return [{ column: indentation.length, key, opensItem: indentation.includes('-') }]
  })
}

/** The keys, outermost first, that enclose a line at this column below these lines. */
function pathTo(column: number, above: readonly KeyLine[]): readonly string[] {
  const path: string[] = []
  let inner = column
  for (const line of above.toReversed()) {
    if (line.column >= inner) continue
    path.unshift(line.key)
    inner = line.column
  }
  return path
}

/** The keys of the same map, the nearest first. */
function siblingsAbove(column: number, lines: readonly KeyLine[]): readonly KeyLine[] {
  const siblings: KeyLine[] = []
  for (const line of lines.toReversed()) {
    if (line.column > column) continue
    if (line.column < column) break
    siblings.push(line)
    if (line.opensItem) break
  }
  return siblings
}

function siblingsBelow(column: number, lines: readonly KeyLine[]): readonly KeyLine[] {
  const near = lines.filter((line) => line.column <= column)
  const end = near.findIndex((line) => line.column < column || line.opensItem)
  return near.slice(0, end === -1 ? undefined : end)
}
