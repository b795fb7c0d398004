import type { Nodes, Root } from 'mdast'
import { writeDocument } from '../library/page/document.ts'
import { type Html, html } from '../library/page/html.ts'
import { type Dialect, textOf, writeMarkdown } from './writeMarkdown.ts'

export interface HtmlOptions {
  /** What the page is called if the text has no title. */
  readonly name: string
  /** The SHA-256 hash of a text in Base64, by which the page permits its own style and no other. */
  readonly hash: (text: string) => string
}

/** A page of its own: no script, no style of anybody else, and of the network only pictures over https. */
export function writeHtml(root: Root, { name, hash }: HtmlOptions): string {
  const [heading] = root.children.filter(({ type }) => type === 'heading')
  const title = (heading === undefined ? '' : textOf(heading).trim()) || name
  // The page ends the last line itself.
  const body = { html: writeMarkdown(root, dialectFor(root)).html.replace(/\n$/, '') }
  return writeDocument({ title, body, style, hasPictures: true, hash })
}

function dialectFor(root: Root): Dialect {
  const ids = findIds(root)
  const waiting = ids.values()
  return {
    heading: (depth, content) => {
      const tag: Html = { html: `h${depth}` }
      return html`<${tag} id="${waiting.next().value ?? ''}">${content}</${tag}>`
    },
    code: (text) => html`<pre><code>${text}</code></pre>`,
    link: (address, content) => {
      if (address.startsWith('#'))
        return ids.has(fragmentOf(address)) ? html`<a href="#${fragmentOf(address)}">${content}</a>` : null
      return /^(?:https?:\/\/|mailto:)/i.test(address)
        ? html`<a href="${address}" rel="noreferrer">${content}</a>`
        : null
    },
    image: (address, alternative) =>
      /^https:\/\//i.test(address)
        ? html`<img src="${address}" alt="${alternative}" referrerpolicy="no-referrer">`
        : null,
    tasks: (items) =>
      html`<ul class="tasks">\n${items.map(
        ({ isDone, content }) =>
          html`<li><input type="checkbox" disabled aria-label="${isDone ? 'done' : 'open'}"${isDone ? html` checked` : ''}> ${content}</li>\n`,
      )}</ul>`,
    noteReference: (number) => html`<sup><a href="#note-${number}">${number}</a></sup>`,
    notes: (notes) =>
      html`<section aria-label="Notes"><ol class="notes">\n${notes.map(
        ({ number, content }) => html`<li id="note-${number}">${content}</li>\n`,
      )}</ol></section>\n`,
  }
}

/** An id for each heading, in their order, as forges name them. */
function findIds(root: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  const counts = new Map<string, number>()
  const visit = (node: Nodes) => {
    if (node.type === 'heading') {
      const slug = slugOf(textOf(node))
      let [id, count] = [slug, counts.get(slug) ?? 0]
      while (ids.has(id)) {
        count += 1
        id = `${slug}-${count}`
      }
      ids.add(id)
      counts.set(slug, count)
    } else if ('children' in node) node.children.forEach(visit)
  }
  visit(root)
  return ids
}

function slugOf(text: string): string {
  const kept = text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '')
  return kept.trim().replace(/\s/g, '-') || 'section'
}

function fragmentOf(address: string): string {
  try {
    return decodeURIComponent(address.slice(1)).toLowerCase()
  } catch {
    return address.slice(1).toLowerCase()
  }
}

/** In light and dark, on paper, and on a phone. */
const style = `
:root { color-scheme: light dark; --line: #d1d9e0; --quiet: #59636e; --ground: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --quiet: #9198a1; --ground: #161b22; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .5em; }
h1 { margin-top: 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
pre { background: var(--ground); padding: .75rem; overflow-x: auto; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: .25em solid var(--line); color: var(--quiet); }
img { max-width: 100%; }
ul.tasks { list-style: none; padding-left: 0; }
.notes { border-top: 1px solid var(--line); padding-top: 1em; font-size: .9em; }
@media print { body { font-size: 10pt; } pre, table, img { break-inside: avoid; } }
`
