import { Attached } from '../../postmortem/lines/attached.ts'
import type { Anchor } from '../../postmortem/lines/markup.ts'

/** Each of several incidents in a document has the same ones. */
const known = new Attached<readonly Anchor[], ReadonlySet<string>>()

/** The anchors by which links can reach these places, generated from the text of headings as forges do. */
export function findSlugs(anchors: readonly Anchor[]): ReadonlySet<string> {
  const slugs = known.get(anchors) ?? generateSlugs(anchors)
  known.set(anchors, slugs)
  return slugs
}

function generateSlugs(anchors: readonly Anchor[]): ReadonlySet<string> {
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

const reduced = new Attached<ReadonlySet<string>, ReadonlySet<string>>()

export function reduceSlugs(slugs: ReadonlySet<string>): ReadonlySet<string> {
  const found = reduced.get(slugs) ?? new Set([...slugs].map(reduceSlug))
  reduced.set(slugs, found)
  return found
}
