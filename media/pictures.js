// Brings the pictures of an incident to life, in the Markdown preview and beside the report: an entry or a cause leads to
// its line by click, touch and keyboard, and the one at the cursor is marked.
;(() => {
  const isPanel = document.body.dataset.cursor !== undefined
  const editor = isPanel ? acquireVsCodeApi() : null
  const selector = '.postmortem-picture [data-line]'
  const entries = () => [...document.querySelectorAll(selector)]
  const entriesBeside = (entry) => [...entry.closest('.postmortem-picture').querySelectorAll('[data-line]')]
  const lineOf = (entry) => Number(entry.getAttribute('data-line'))

  function go(entry) {
    const line = lineOf(entry)
    if (editor) editor.postMessage({ line })
    else showParagraph(line)
  }

  /** In the preview, the line is the paragraph that it has become; the editor scrolls along if its settings say so. */
  function showParagraph(line) {
    const paragraphs = document.querySelectorAll(`.code-line[data-line="${line}"]`)
    paragraphs[paragraphs.length - 1]?.scrollIntoView({ block: 'center' })
  }

  /** The last entry that begins at the line or before it, in both forms of its picture. */
  function mark(line) {
    const before = entries()
      .map(lineOf)
      .filter((each) => each <= line)
    const last = before.reduce((largest, each) => Math.max(largest, each), -1)
    for (const entry of entries()) {
      const isCurrent = lineOf(entry) === last
      entry.classList.toggle('current', isCurrent)
      if (isCurrent) entry.setAttribute('aria-current', 'true')
      else entry.removeAttribute('aria-current')
    }
  }

  /** Only one entry of each picture is a stop for Tab; the arrow keys go on from it. */
  function focus(entry) {
    for (const each of entriesBeside(entry)) each.setAttribute('tabindex', each === entry ? '0' : '-1')
    entry.focus()
  }

  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

  document.addEventListener('click', ({ target }) => {
    const entry = target.closest?.(selector)
    if (entry) go(entry)
  })
  document.addEventListener('keydown', (event) => {
    const entry = event.target.closest?.(selector)
    if (!entry) return
    const beside = entriesBeside(entry)
    const next = beside[beside.indexOf(entry) + (steps[event.key] ?? 0)]
    if (event.key === 'Enter' || event.key === ' ') go(entry)
    else if (event.key in steps && next) focus(next)
    else return
    event.preventDefault()
  })

  if (isPanel) {
    mark(Number(document.body.dataset.cursor))
    window.addEventListener('message', ({ data }) => mark(data.cursor))
  } else {
    const markActive = () => {
      const active = document.querySelector('.code-active-line[data-line]')
      if (active) mark(Number(active.getAttribute('data-line')))
    }
    new MutationObserver(markActive).observe(document.body, { subtree: true, attributeFilter: ['class'] })
    markActive()
  }
})()
