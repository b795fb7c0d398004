// Brings the page of all incidents to life in the editor: each mark leads to its line, and the page follows the reports
// while search, order, scrolling and what is open stay as they are.
;(() => {
  const editor = acquireVsCodeApi()
  const main = document.querySelector('main')
  const find = (selector) => main.querySelector(selector)

  function remember() {
    const sorted = find('#incidents th[aria-sort]')
    return {
      search: find('#search')?.value ?? '',
      column: sorted?.textContent ?? '',
      order: sorted?.getAttribute('aria-sort') ?? '',
      isListOpen: find('details')?.open ?? false,
      top: window.scrollY,
    }
  }

  function restore({ search, column, order, isListOpen, top }) {
    const field = find('#search')
    if (field && search) {
      field.value = search
      field.dispatchEvent(new Event('input'))
    }
    const heading = [...main.querySelectorAll('#incidents th')].find(
      ({ textContent }) => textContent === column,
    )
    for (
      let clicks = 0;
      heading && order && clicks < 2 && heading.getAttribute('aria-sort') !== order;
      clicks += 1
    )
      heading.querySelector('button').click()
    const list = find('details')
    if (list) list.open = isListOpen
    window.scrollTo(0, top)
  }

  /** What has the focus, in a form that still names it when the page is another one. */
  function nameFocus() {
    const { activeElement } = document
    if (activeElement?.id === 'search') return ['#search', activeElement.selectionStart]
    const heading = activeElement?.closest?.('#incidents th')
    if (heading) return [`#incidents th:nth-child(${heading.cellIndex + 1}) button`]
    const link = activeElement?.closest?.('a[data-file]')
    return link ? [`a[href="${CSS.escape(link.getAttribute('href'))}"]`] : null
  }

  function focus([selector, caret]) {
    const element = find(selector)
    element?.focus({ preventScroll: true })
    if (caret !== undefined) element?.setSelectionRange?.(caret, caret)
  }

  function follow(body) {
    const focused = nameFocus()
    const state = remember()
    main.innerHTML = body
    setUpTable()
    restore(state)
    if (focused) focus(focused)
  }

  // The editor would try to open the addresses itself, so it is not told of the click.
  window.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest?.('a[data-file]')
      if (!link) return
      event.preventDefault()
      event.stopImmediatePropagation()
      editor.postMessage({ file: link.dataset.file, line: Number(link.dataset.line) })
    },
    true,
  )
  window.addEventListener('message', ({ data }) => {
    if (typeof data?.body === 'string') follow(data.body)
  })
  const keep = () => editor.setState(remember())
  for (const event of ['scroll', 'input', 'click', 'toggle']) window.addEventListener(event, keep, true)

  const kept = editor.getState()
  if (kept) restore(kept)
  editor.postMessage({ ready: true })
})()
