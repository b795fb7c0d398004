/**
 * The script of the page: it sorts and filters the table. Without it, the page shows everything. An editor calls
 * `setUpTable` again when the page has changed.
 */
export const behaviour = `'use strict'
function setUpTable() {
  const table = document.getElementById('incidents')
  const body = table.tBodies[0]
  const rows = Array.from(body.rows)
  const found = document.getElementById('found')
  const search = document.getElementById('search')
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

  const compare = (column, direction) => (one, other) => {
    const [a, b] = [one.cells[column].dataset.value, other.cells[column].dataset.value]
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
    return direction * collator.compare(a, b)
  }

  Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = heading.textContent
    heading.replaceChildren(button)
    button.addEventListener('click', () => {
      const isAscending = heading.getAttribute('aria-sort') !== 'ascending'
      for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort')
      heading.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending')
      rows.sort(compare(column, isAscending ? 1 : -1))
      body.append(...rows)
    })
  })

  search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    let count = 0
    for (const row of rows) {
      const text = row.textContent.toLowerCase()
      row.hidden = !words.every((word) => text.includes(word))
      if (!row.hidden) count += 1
    }
    const numbers = [count, rows.length]
    const text = found.dataset.text.replace(/\\{([01])\\}/g, (_, index) => numbers[index])
    found.textContent = words.length === 0 ? '' : text
  })
  search.parentElement.hidden = false
}
setUpTable()
`
