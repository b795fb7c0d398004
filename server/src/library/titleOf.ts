import type { Report } from '../postmortem/report.ts'

/** The title in the text, or else that in the front matter, which may be YAML or TOML; null without either. */
export function titleOf({ title, lines }: Report): string | null {
  const meta = lines.find(({ line }) => line.kind === 'meta' && titleKey.test(line.text))
  const own = title === null ? null : titleIn(title.text)
  return own ?? (meta === undefined ? null : titleIn(meta.line.text))
}

const titleKey = /^title\s*[:=]\s*/i

function titleIn(text: string): string | null {
  const match = titleKey.exec(text)
  if (match === null) return text
  const value = text.slice(match[0].length).trim()
  const unquoted = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
  return unquoted === '' ? null : unquoted
}
