import type { Root } from 'mdast'
import { type Html, html } from '../library/page/html.ts'
import { type Dialect, writeMarkdown } from './writeMarkdown.ts'

/**
 * The storage format of Confluence, which is XHTML with elements of its own. The title stays a heading, because a
 * page gets its name when it is created.
 */
export function writeConfluence(root: Root): string {
  return writeMarkdown(root, dialect()).html
}

function dialect(): Dialect {
  let tasks = 0
  return {
    heading: (depth, content) => {
      const tag: Html = { html: `h${depth}` }
      return html`<${tag}>${content}</${tag}>`
    },
    code: (text) =>
      html`<ac:structured-macro ac:name="code"><ac:plain-text-body>${writeCharacterData(text)}</ac:plain-text-body></ac:structured-macro>`,
    link: (address, content) =>
      /^(?:https?:\/\/|mailto:)/i.test(address) ? html`<a href="${address}">${content}</a>` : null,
    image: (address, alternative) =>
      /^https:\/\//i.test(address)
        ? html`<ac:image ac:alt="${alternative}"><ri:url ri:value="${address}"/></ac:image>`
        : null,
    tasks: (items) =>
      html`<ac:task-list>\n${items.map(({ isDone, content }) => {
        tasks += 1
        const state = isDone ? 'complete' : 'incomplete'
        return html`<ac:task><ac:task-id>${tasks}</ac:task-id><ac:task-status>${state}</ac:task-status><ac:task-body>${content}</ac:task-body></ac:task>\n`
      })}</ac:task-list>`,
    noteReference: (number) => html`<sup>${number}</sup>`,
    notes: (notes) => html`<hr/>\n<ol>\n${notes.map(({ content }) => html`<li>${content}</li>\n`)}</ol>\n`,
  }
}

/** Nothing is escaped in character data, so its end must not occur in it. */
function writeCharacterData(text: string): Html {
  const plain = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
  return { html: `<![CDATA[${plain.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` }
}
