import { encodePath } from '../output/markdown.ts'
import { type Html, html } from './html.ts'

/** A place in a report. An editor that shows the page opens it from `data-file` and `data-line`. */
export interface Place {
  readonly file: string
  readonly line: number
}

export function linkTo({ file, line }: Place, text: Html | string): Html {
  return html`<a href="${addressOf({ file, line })}" data-file="${file}" data-line="${line}">${text}</a>`
}

/** Forges go to the line, and other readers at least to the file. */
export function addressOf({ file, line }: Place): string {
  return `${encodePath(file)}#L${line}`
}
