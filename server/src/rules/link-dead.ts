import { distance } from 'fastest-levenshtein'
import { type FileLookup, type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'
import { findSlugs, reduceSlug } from './support/slugs.ts'

export const linkDead: Rule = {
  id: 'link-dead',
  summary: 'Every link within the repository leads somewhere.',
  explanation: prose`
    A graph that is not shown and a runbook that is not there are missed in the next incident. Links within
    the document are held against its headings and named elements, as forges name them; links to files
    against the files: those in the folders of the workspace in an editor, as they come and go, and all that
    the command line can reach. A link without any address leads nowhere, too.

    Addresses in the network are not asked for, and paths from the root of a site are left alone. A page
    that a site makes of a Markdown file counts as there.

    Where a heading of nearly that name is there, or a path such as \`./https://…\` holds an address, the fix
    links to it.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: lost orders

          See the [timeline](#timeline-all-times-in-utc), or [the status page](https://status.shop.example).

          ## Timeline (all times in UTC)

          - 10:02 - Orders were lost.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: lost orders

          <a id="graph"></a>

          ![Orders a minute](images/orders.png)

          As [the graph](#graph) shows, none came in.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: lost orders

          See the [timeline](#timelin).

          ## Timeline

          - 10:02 - Orders were lost.
        `,
        messages: ['No heading of this document is linked to by "#timelin". Did you mean "#timeline"?'],
      },
      {
        text: markdown`
          # Postmortem: lost orders

          The [runbook]() was followed, and [the cause](#why) is known.
        `,
        messages: [
          'This link has no address. Write where it leads, or leave the text without a link.',
          'No heading of this document is linked to by "#why". Correct the link, or remove it.',
        ],
      },
    ],
  },
  check: (report, { hasFile }) => {
    const { links, anchors } = report.markup
    const slugs = findSlugs(anchors)
    const reduced = new Set([...slugs].map(reduceSlug))
    return links.flatMap((link) => {
      if (link.form === 'reference' || link.form === 'bare') return []
      if (link.address === '') return link.form === 'inline' ? [emptyLink(link)] : []
      if (link.address.startsWith('#')) return checkAnchor(link, slugs, reduced)
      return checkFile(link, hasFile)
    })
  },
}

function emptyLink(link: MarkedLink): Problem {
  const { start, end } = link
  const message =
    link.kind === 'image'
      ? sentence`This picture has no address. Write where it is, or remove it.`
      : sentence`This link has no address. Write where it leads, or leave the text without a link.`
  return { message, range: { start, end }, fixes: [] }
}

function checkAnchor(
  link: MarkedLink,
  slugs: ReadonlySet<string>,
  reduced: ReadonlySet<string>,
): readonly Problem[] {
  const name = decode(link.address.slice(1))
  if (name === null || name === '' || name === 'top' || /[{}:~]/.test(name)) return []
  if (slugs.has(name.toLowerCase()) || reduced.has(reduceSlug(name))) return []
  if (reduced.has(reduceSlug(name.replace(/-\d{1,3}$/, '')))) return []
  const nearest = findNearest(name.toLowerCase(), slugs)
  return [
    {
      message:
        nearest === null
          ? sentence`No heading of this document is linked to by "#${name}". Correct the link, or remove it.`
          : sentence`No heading of this document is linked to by "#${name}". Did you mean "#${nearest}"?`,
      range: link.addressRange,
      fixes: nearest === null ? [] : [linkTo(`#${nearest}`, link)],
    },
  ]
}

function linkTo(address: string, { addressRange }: MarkedLink): Fix {
  return {
    title: sentence`Link to "${address}"`,
    preferred: true,
    edits: [{ ...addressRange, text: address }],
  }
}

/** The only one that is within a few letters. */
function findNearest(name: string, slugs: ReadonlySet<string>): string | null {
  if (name.length < 4 || name.length > 100) return null
  const limit = Math.min(3, Math.floor(name.length / 4))
  const near = [...slugs].filter(
    (slug) => Math.abs(slug.length - name.length) <= limit && distance(slug, name) <= limit,
  )
  return near.length === 1 ? (near[0] ?? null) : null
}

function checkFile(link: MarkedLink, hasFile: FileLookup): readonly Problem[] {
  if (/^(?:[a-z][a-z\d+.-]{1,20}:|[/\\?~])|[{}<>$*|\r\n]/i.test(link.address)) return []
  const path = decode(link.address.replace(/[?#].*$/s, ''))
  if (path === null || path === '' || path.includes('\0')) return []
  // All of them are asked for at once, because an answer may take a while.
  const presences = pathsOf(path).map(hasFile)
  if (presences.some((presence) => presence !== false)) return []
  const [meant] = /https?:\/\/.{3,}$/i.exec(link.address) ?? []
  return [
    {
      message:
        link.kind === 'image'
          ? sentence`There is no file "${path}" beside this one. Correct the path, or remove the picture.`
          : sentence`There is no file "${path}" beside this one. Correct the path, or remove the link.`,
      range: link.addressRange,
      fixes: meant === undefined ? [] : [linkTo(meant, link)],
    },
  ]
}

/** Sites make `page.html`, `page/` and `page` of `page.md`. */
function pathsOf(path: string): readonly string[] {
  const page = path.replace(/(?:\.html?|\/)$/i, '')
  return [path, ...(/\.[a-z\d]{1,5}$/i.test(page) ? [] : [`${page}.md`])]
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
