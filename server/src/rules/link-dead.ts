import { distance } from 'fastest-levenshtein'
import { perReport } from '../checking/keptAnswers.ts'
import { type FileLookup, type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'
import { isArticle } from '../postmortem/sections/shape.ts'
import { findSlugs, reduceSlug, reduceSlugs } from './support/slugs.ts'

export const linkDead: Rule = {
  id: 'link-dead',
  summary: 'Every link within the repository points to something that exists.',
  explanation: prose`
    Someone will need that graph or that runbook in the next incident. Links within the document are checked
    against its headings and named elements, using the anchors that forges generate. Links to files are
    checked against the file system: in an editor, against the folders of the workspace, as files come and go;
    on the command line, against everything within reach. A link without an address is reported as well.

    In an article on a site, the address in an HTML tag is resolved by the site and is left alone. Web addresses are never requested, and paths from the root of a site are left alone. A page that a site
    generates from a Markdown file counts as existing.

    If there is a heading with nearly that name, a path such as \`./https://…\` contains an address, or
    \`https://\` is missing before the name of a host, the fix links to it.
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
        messages: ['No heading in this document matches "#timelin". Did you mean "#timeline"?'],
      },
      {
        text: markdown`
          # Postmortem: lost orders

          The [runbook]() was followed, and [the cause](#why) is known.
        `,
        messages: [
          'This link has no address. Add one, or keep only the text.',
          'No heading in this document matches "#why". Correct the link, or remove it.',
        ],
      },
    ],
  },
  check: (report, { hasFile }) => {
    const { links, anchors } = report.markup
    const slugs = findSlugs(anchors)
    const reducedSlugs = reduceSlugs(slugs)
    return links.flatMap((link) => {
      if (link.form === 'reference' || link.form === 'bare') return []
      if (link.address === '') return link.form === 'inline' ? [emptyLink(link)] : []
      if (link.address.startsWith('#')) return checkAnchor(link, slugs, reducedSlugs)
      if (link.form === 'html' && isPage(report)) return []
      return checkFile(link, hasFile)
    })
  },
}

const isPage = perReport(({ lines }) => isArticle(lines))

function emptyLink(link: MarkedLink): Problem {
  const { start, end } = link
  const message =
    link.kind === 'image'
      ? sentence`This image has no address. Add one, or remove the image.`
      : sentence`This link has no address. Add one, or keep only the text.`
  return { message, range: { start, end }, fixes: [] }
}

function checkAnchor(
  link: MarkedLink,
  slugs: ReadonlySet<string>,
  reducedSlugs: ReadonlySet<string>,
): readonly Problem[] {
  const name = decode(link.address.slice(1))
  if (name === null || name === '' || name === 'top' || /[{}:~]/.test(name)) return []
  if (slugs.has(name.toLowerCase()) || reducedSlugs.has(reduceSlug(name))) return []
  if (reducedSlugs.has(reduceSlug(name.replace(/-\d{1,3}$/, '')))) return []
  const nearest = findNearest(name.toLowerCase(), slugs)
  return [
    {
      message:
        nearest === null
          ? sentence`No heading in this document matches "#${name}". Correct the link, or remove it.`
          : sentence`No heading in this document matches "#${name}". Did you mean "#${nearest}"?`,
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

/** The one slug within a few letters of the name; null if there is none, or more than one. */
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
  const path = decode(link.address.replace(/[?#].*/s, ''))
  if (path === null || path === '' || path.includes('\0')) return []
  // All lookups start at once, because an answer may take a while.
  const presences = candidatePaths(path).map(hasFile)
  if (presences.some((presence) => presence !== false)) return []
  if (hostAddress.test(link.address)) return [lackOfScheme(link)]
  const [embedded] = /https?:\/\/.{3,}/i.exec(link.address) ?? []
  return [
    {
      message:
        link.kind === 'image'
          ? sentence`The file "${path}" does not exist. Correct the path, or remove the image.`
          : sentence`The file "${path}" does not exist. Correct the path, or remove the link.`,
      range: link.addressRange,
      fixes: embedded === undefined ? [] : [linkTo(embedded, link)],
    },
  ]
}

/** The name of a host, whose last part is a domain that is no ending of a file as well. */
const hostAddress =
  /^(?:(?!-)[a-z\d-]{1,63}(?<!-)\.){1,6}(?:com|org|net|io|dev|app|edu|gov|cloud|tech|info|co|eu|uk|de|fr|nl|ch|at|es|it|se|no|dk|us|ca|au|nz|jp|in|br|za|ng|ke)(?::\d{1,5})?(?:[/?#]|$)/i

function lackOfScheme(link: MarkedLink): Problem {
  return {
    message: sentence`This link points to a file, because "https://" is missing before "${link.address}". Add it.`,
    range: link.addressRange,
    fixes: [linkTo(`https://${link.address}`, link)],
  }
}

/** Sites serve `page.md` as `page.html`, `page/` or `page`. */
function candidatePaths(path: string): readonly string[] {
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
