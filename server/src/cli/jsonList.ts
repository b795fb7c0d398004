/** A JSON array that is written item by item, indented as `JSON.stringify` does it. */
export async function* writeJsonList(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '['
  for await (const item of items) {
    yield `${before}\n${indent(JSON.stringify(item, null, 2))}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

/** Within a JSON string no line ends, so every line is one of the layout. */
function indent(json: string): string {
  return json.replace(/^/gm, '  ')
}
