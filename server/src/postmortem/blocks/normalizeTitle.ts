import { english } from '../vocabulary/english.ts'

/** A longer text is no title. */
export const maxTitleLength = 200

/** The names of emoji before a title: `:fire: Timeline`. */
const shortcodes = /^[^\p{L}\p{N}:]{0,12}(?::[a-z][\w+-]{1,40}:[^\p{L}\p{N}:]{0,4}){1,3}(?=\S)/iu

/** The title without signs, emoji and `:shortcodes:` around it. */
export function withoutDecoration(title: string): string {
  return title
    .replace(shortcodes, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<![^\p{L}\p{N})\]])[^\p{L}\p{N})\]]+$/u, '')
}

/** The names of emoji after a number or at the end: `2. :fire: Timeline :fire:`. */
const laterShortcodes = /(?<=^|\s):[a-z][a-z0-9_+-]{1,40}:(?=\s|$)/g

/** Removes letter case, numbering, decoration, a closing colon and a remark in brackets. */
export function normalizeTitle(title: string): string {
  if (title.length > maxTitleLength) return ''
  let text = title
    .toLowerCase()
    .replace(shortcodes, '')
    .replace(/(?<!\s)\s*[([{][^()[\]{}]{0,120}[)\]}]\s*$/, '')
    .replace(laterShortcodes, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:section |part |step )?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,4})[.)\]:]\s*/, '')
    .replace(/['’`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  for (const [from, to] of english.spellings) {
    if (text.includes(from)) text = ` ${text} `.replaceAll(` ${from} `, ` ${to} `).trim()
  }
  return text
}
