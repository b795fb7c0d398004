import { expect, it } from 'vitest'
import { fitsTerminal, writeTerminalTable } from '../../src/cli/terminalTable.ts'

it('holds more rows than a call may have arguments', () => {
  const rows = Array.from({ length: 200_000 }, () => ['2024-05-10', 'Search is down'])
  const table = writeTerminalTable(['date', 'title'], rows, { columns: 80 })
  expect(table.split('\n')).toHaveLength(rows.length + 2)
  expect(fitsTerminal(['date', 'title'], rows, { columns: 80 })).toBe(true)
})
