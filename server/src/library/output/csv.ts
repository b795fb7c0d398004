/** Lines of comma-separated values as of RFC 4180, which no spreadsheet takes for formulas. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = value.replace(/[\0-\x1f\x7f]+/g, ' ')
  // A spreadsheet would compute a text that begins like a formula; the apostrophe makes it a text.
  const plain = /^\s*[=+\-@|%]/.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}
