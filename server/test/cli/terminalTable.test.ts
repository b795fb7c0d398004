import { expect, it } from 'vitest'
import { fitColumns, writeTerminalTable } from '../../src/cli/terminalTable.ts'

it('holds more rows than a call may have arguments', () => {
  const rows = Array.from({ length: 200_000 }, () => ['2024-05-10', 'Search is down'])
  const table = writeTerminalTable(['date', 'title'], rows, { columns: 80 })
  expect(table.split('\n')).toHaveLength(rows.length + 2)
  expect(fitColumns([{}], () => ({ header: ['date', 'title'], rows }), { columns: 80 }).rows).toBe(rows)
})

it('goes without columns one after the other until the others fit', () => {
  const columns = [{ title: 'What' }, { title: 'Age', leaves: 1 }, { title: 'Owner', leaves: 2 }]
  const titlesAt = (width: number) =>
    fitColumns(columns, (shown) => ({ header: shown.map(({ title }) => title), rows: [] }), {
      columns: width,
    }).header
  expect(titlesAt(16)).toEqual(['What', 'Age', 'Owner'])
  expect(titlesAt(15)).toEqual(['What', 'Owner'])
  expect(titlesAt(8)).toEqual(['What'])
})
