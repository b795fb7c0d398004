/** Text that is HTML already. Everything else is escaped where it is put into a page. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | readonly Html[]

/** A tag for templates: what is put into the template is text, unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: texts.slice(1).reduce((all, text, index) => all + write(parts[index] ?? '') + text, texts[0] ?? ''),
  }
}

export const nothing: Html = { html: '' }

function write(part: Part): string {
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapeHtml(part)
  return 'html' in part ? part.html : part.map((each) => each.html).join('')
}

/** Characters that change the direction of writing would let one text rearrange the text around it. */
function escapeHtml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
