import { array, description, optional, picklist, pipe, strictObject } from 'valibot'
import type { Problem, Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { countWhile } from '../lists/countWhile.ts'
import { groupBy } from '../lists/groupBy.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import type { Detail } from '../postmortem/disclosures/confidential.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { isOfOnePerson } from './support/onePerson.ts'
import { relate } from './support/tasks/itemsBySection.ts'

const kinds = ['email', 'ip-address', 'host', 'private-link'] as const

const options = strictObject({
  kinds: pipe(optional(array(picklist(kinds)), kinds), description('The kinds of details to report.')),
})

const adviceByKind: Readonly<
  Record<Detail['kind'], { readonly message: Sentence; readonly replacement: string }>
> = {
  email: {
    message: sentence`This is an e-mail address. If not everybody should see it, name the role or the team instead.`,
    replacement: '[e-mail address removed]',
  },
  'ip-address': {
    message: sentence`This is an IP address. If not everybody should see it, say whose it is instead.`,
    replacement: '[address removed]',
  },
  host: {
    message: sentence`This is the name of an internal host. If not everybody should see it, say what the host does instead.`,
    replacement: '[host removed]',
  },
  'private-link': {
    message: sentence`Only members of your team can open this link. If others will read the report, remove it.`,
    replacement: '[private link removed]',
  },
}

export const confidentialDetail: Rule<{ readonly kinds: readonly Detail['kind'][] }> = {
  id: 'confidential-detail',
  summary: 'A report for outside readers reveals no addresses, internal hosts or private links.',
  explanation: prose`
    E-mail addresses, IP addresses, internal host names and links to them, to chats, wikis and shared documents belong
    in an internal report, but give away too much in a public one. Each is reported once, where it first
    appears. A host is internal if its name ends in \`.internal\`, \`.corp\`, \`.lan\` or the like, has such a
    word in the middle, as \`grafana.corp.shop.dev\` has, or is a single word in an address. Addresses that every
    network has, such as 192.168.1.20 and the defaults of a new cluster, are ignored, and so are mailing lists,
    the address of an author and anything that the title names. A published copy has none of them.

    Of a report that is not meant for everybody, the rule says nothing about what leads nowhere outside of its own
    network, such as 10.12.6.136 or \`nas.lan\`, and nothing at all if the report mentions nobody but its author,
    unless the configuration changes the severity of this rule.

    Harmless details are ignored: loopback addresses, network masks, addresses and domains reserved for
    documentation, public name servers, mailboxes meant for strangers such as \`security@\`, addresses in the
    sign-off of a commit, documents that are shared by their link, and version numbers that look like
    addresses. So are links to places that are often open to everybody, such as Discord and Google Docs, and a
    single word with a port, such as \`http://web:8000\`, which is a service among containers.

    The fix replaces the detail everywhere in the document. A link is replaced by its text.
  `,
  severity: 'information',
  severityIn: { public: 'warning' },
  severityWhen: { 'audience: public': 'warning' },
  options,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow search

          The cluster moved from version 2.4.0.1 to v10.2.3.4; replies to ops@example.com stayed away. The proxy listens on 127.0.0.1.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: slow search

          - 14:02:33 UTC - \`git clone git@forge.test:search/index.git\` failed on 192.0.2.17.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow search

          The node 34.120.7.9 was slow. It was search-3.eu.internal that answered instead of 34.120.7.9.
        `,
        messages: [
          'This is an IP address. If not everybody should see it, say whose it is instead.',
          'This is the name of an internal host. If not everybody should see it, say what the host does instead.',
        ],
      },
      {
        text: markdown`
          # Postmortem: slow search

          Reported by search-team@widgets.dev in [the channel](https://widgets.slack.com/archives/C01/p1714557600000000).
        `,
        messages: [
          'This is an e-mail address. If not everybody should see it, name the role or the team instead.',
          'Only members of your team can open this link. If others will read the report, remove it.',
        ],
      },
    ],
  },
  check: (report, context) => {
    const details = report.markup.disclosures.filter((each) => each.kind !== 'secret')
    const wanted = details.filter(({ kind, harmless }) => !harmless && context.options.kinds.includes(kind))
    // What the report is named for is not in it by mistake.
    const meant = wanted.filter(({ text }) => !report.title?.text.includes(text))
    return [...groupBy(meant, ({ text }) => text).values()].map((places) => toProblem(places, report))
  },
}

function toProblem(places: readonly Detail[], report: Report): Problem {
  const [first, ...others] = places as readonly [Detail, ...Detail[]]
  const { message, replacement } = adviceByKind[first.kind]
  const edits = new Map(
    places.map((place) => remove(place, replacement, report)).map((edit) => [edit.start, edit]),
  )
  const title =
    others.length === 0
      ? sentence`Replace it with "${replacement}"`
      : sentence`Replace it with "${replacement}" in all ${places.length} places`
  return {
    message,
    range: { start: first.start, end: first.end },
    ...((isOfOwnNetwork(first) || isOfOnePerson(report)) && { onDemand: true }),
    ...(others.length > 0 && { related: relate(sentence`It appears here, too.`, others) }),
    fixes: [{ title, preferred: true, edits: [...edits.values()] }],
  }
}

/** True for what says little to whoever is in another network. */
function isOfOwnNetwork({ kind, text }: Detail): boolean {
  return (kind === 'ip-address' && privateAddress.test(text)) || (kind === 'host' && privateName.test(text))
}

const privateAddress = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|f[cd][\da-f]{2}:)/i
const privateName = /\.(?:local|localdomain|lan|home|home\.arpa)$/i

/** A link to the detail is replaced by its text, unless the text contains the detail as well. */
function remove({ start, end, text }: Detail, replacement: string, { markup, source }: Report): Edit {
  const link = findAround(start, markup.links)
  if (link === undefined || detachedTextForms.includes(link.form)) return { start, end, text: replacement }
  if (link.form === 'bare') {
    const isBracketed = source.slice(link.start, link.start + 1) === '<'
    return isBracketed
      ? { start: link.start, end: link.end, text: replacement }
      : { start, end, text: replacement }
  }
  const shown = link.kind === 'link' ? (link.text ?? '').trim() : ''
  return {
    start: link.start,
    end: link.end,
    text: shown === '' || shown.includes(text) ? replacement : shown,
  }
}

/** Links of these forms have their text elsewhere, or none, so the detail alone is replaced. */
const detachedTextForms: readonly MarkedLink['form'][] = ['html', 'definition', 'reference']

function findAround(offset: number, links: readonly MarkedLink[]): MarkedLink | undefined {
  const link = links[countWhile(links, ({ start }) => start <= offset) - 1]
  return link !== undefined && offset < link.end ? link : undefined
}
