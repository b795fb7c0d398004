/** Writes a JSON array item by item, indented as by `JSON.stringify`. */
export async function* writeJsonList(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '['
  for await (const item of items) {
    yield `${separator}\n${indent(JSON.stringify(item, null, 2))}`
    separator = ','
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}

/** JSON strings contain no line breaks, so every line is one of the layout. */
function indent(json: string): string {
  return json.replace(/^/gm, '  ')
}
