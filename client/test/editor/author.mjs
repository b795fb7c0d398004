// Somebody who writes in a window of the editor with keys alone, and the record of what they pressed.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** @param {string} folder Where a picture of each step goes. */
export function authorIn(window, folder) {
  const { page } = window
  const steps = []
  mkdirSync(folder, { recursive: true })

  /** A part of the work; its picture shows what it has led to. */
  async function step(title, act) {
    const picture = `${String(steps.length + 1).padStart(2, '0')}-${title.toLowerCase().match(/\w+/g).join('-')}`
    steps.push({ title, picture, keys: 0, characters: 0, pressed: [] })
    await act()
    await window.takePicture(folder, picture)
  }

  function note(what, { keys = 0, characters = 0 }) {
    const last = steps.at(-1)
    last.keys += keys
    last.characters += characters
    last.pressed.push(what)
  }

  /** A key, or several one after the other: `Control+K N`. */
  async function press(keys, times = 1) {
    for (let count = 0; count < times; count += 1) {
      for (const key of keys.split(' ')) await page.keyboard.press(key)
    }
    note(times === 1 ? `[${keys}]` : `[${keys}] × ${times}`, { keys: keys.split(' ').length * times })
  }

  /** Typed to find something, so it counts as so many keys. */
  async function search(text) {
    await page.keyboard.type(text)
    note(`[${text}]`, { keys: text.length })
  }

  /** What only the author knows. The first word comes letter by letter, as that is when an editor would interrupt. */
  async function write(text) {
    const first = /^\S+\s?/.exec(text)?.[0] ?? ''
    await page.keyboard.type(first)
    await page.keyboard.insertText(text.slice(first.length))
    note(text.length > 24 ? '…' : text, { characters: text.length })
  }

  async function click(place, what) {
    await place.click()
    note(`[click: ${what}]`, { keys: 1 })
  }

  /** Waits until this much is selected, as a placeholder is that is to be written over. */
  const at = (placeholder) => window.statusItem(`(${placeholder.length} selected)`).waitFor()

  /** Writes over this placeholder and goes to the next one. */
  async function fillIn(placeholder, text) {
    await at(placeholder)
    await write(text)
    await press('Tab')
  }

  /** Leaves the record beside the pictures, for whoever wants to follow it. */
  function leaveRecord(name, title) {
    const sum = (key) => steps.reduce((total, each) => total + each[key], 0)
    const rows = steps.map(
      ({ title: what, picture, keys, characters, pressed }) =>
        `| ${what} | ${pressed.join(' ').replaceAll('|', '\\|')} | ${keys} | ${characters} | ![](${path.basename(folder)}/${picture}.png) |`,
    )
    const text = [
      `# ${title}`,
      '',
      `${sum('keys')} keys that are no prose, ${sum('characters')} characters that are. In brackets what was pressed; "…" is prose.`,
      '',
      '| step | pressed | keys | characters of prose | after it |',
      '| --- | --- | --: | --: | --- |',
      ...rows,
      '',
    ].join('\n')
    writeFileSync(path.join(folder, '..', `${name}.md`), text)
    console.log(text)
  }

  return {
    step,
    press,
    search,
    write,
    click,
    at,
    fillIn,
    leaveRecord,
    keys: () => steps.map(({ keys }) => keys),
  }
}
