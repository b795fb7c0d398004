import type { Anchor } from '../../postmortem/lines/markup.ts'

/** The anchors by which links can reach these places, generated from the text of headings as forges do. */
export function findSlugs(anchors: readonly Anchor[]): ReadonlySet<string> {
  const slugs = new Set<string>()
  const seen = new Map<string, number>()
  for (const { kind, text } of anchors) {
    if (kind === 'name') {
      slugs.add(text.toLowerCase())
      continue
    }
    const slug = toSlug(text)
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    slugs.add(count === 0 ? slug : `${slug}-${count}`)
  }
  return slugs
}

function toSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}

/** The slug without punctuation: forges agree on letters and digits, and on little else. */
export function reduceSlug(slug: string): string {
  return slug
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
