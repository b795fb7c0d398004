import type { Report } from '../postmortem/report.ts'

/** The title in the text, or else that in the front matter, which may be YAML or TOML; null without either. */
export function titleOf({ title, lines }: Report): string | null {
  const own = title === null ? null : titleIn(title.text)
  if (own !== null && !isNoTitle.test(own)) return own
  const stated = findStated(lines)
  return stated === undefined ? null : titleIn(stated.line.text)
}

/** TOML is front matter for some generators of pages, but not for Markdown, so its lines are text. */
function findStated(lines: Report['lines']): Report['lines'][number] | undefined {
  const fence = lines[0]?.line.text.trim() === tomlFence ? 1 : 0
  const end =
    fence === 0 ? 0 : lines.findIndex(({ line }, index) => index > 0 && line.text.trim() === tomlFence)
  return lines.find(({ line }, index) => (line.kind === 'meta' || index < end) && titleKey.test(line.text))
}

const tomlFence = '+++'

const titleKey = /^title\s*[:=]\s*/i

/** An address, or the title of the first part of a document that has none of its own. */
const isNoTitle = /^\W{0,4}(?:https?:\/\/\S+|meta-?data|contents|table of contents)\W{0,4}$/i

function titleIn(text: string): string | null {
  const match = titleKey.exec(text)
  if (match === null) return text.replace(/(?<!\s)\s?:$/, '')
  const value = text.slice(match[0].length).trim()
  const unquoted = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
  return unquoted === '' ? null : unquoted
}

/** True if the title calls the report a draft, as "(draft)" or "- Draft v0.1" does. */
export function isDraftTitle(title: string): boolean {
  return /^[([]?draft[)\]]?\s?[:–—-]\s|[([–—|:-]\s?draft(?:\s?v?\d[\d.]{0,6})?[)\]]?$/i.test(title.trim())
}
