import type { Anchor } from '../../postmortem/lines/markup.ts'

/** The names under which links can reach these places, as forges make them from the text of headings. */
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

/** What is left of a slug when signs do not count: forges agree on letters and digits, and on little else. */
export function reduceSlug(slug: string): string {
  return slug
    .toLowerCase()
    .replace(/^user-content-/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
