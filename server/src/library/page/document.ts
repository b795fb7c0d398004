import { type Html, html, nothing } from './html.ts'
import { style } from './style.ts'

/** A page that needs nothing but itself: no network, no other file, no script of anybody else. */
export function writeDocument(
  title: string,
  body: Html,
  script: string | null,
  hash: (text: string) => string,
): string {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash(style)}'`,
    ...(script === null ? [] : [`script-src 'sha256-${hash(script)}'`]),
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
    script === null
      ? nothing
      : html`
<script>${raw(script)}</script>`
  }
</body>
</html>
`
  return page.html
}
