import { type Html, html, nothing } from './html.ts'

export interface Page {
  readonly title: string
  readonly body: Html
  readonly style: string
  readonly script?: string
  /** True if the page shows pictures of others; they come over https. */
  readonly hasPictures?: boolean
  /** The SHA-256 hash of a text in Base64, by which the page permits its own style and script and nothing else. */
  readonly hash: (text: string) => string
}

/** A page of its own: no style and no script of anybody else, and of the network at most pictures. */
export function writeDocument({ title, body, style, script, hasPictures, hash }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash(style)}'`,
    ...(script === undefined ? [] : [`script-src 'sha256-${hash(script)}'`]),
    ...(hasPictures ? ['img-src https:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const raw = (text: string): Html => ({ html: text })
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
${body}
</main>${
    script === undefined
      ? nothing
      : html`
<script>${raw(script)}</script>`
  }
</body>
</html>
`
  return page.html
}
