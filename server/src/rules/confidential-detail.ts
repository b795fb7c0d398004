import { array, description, optional, picklist, pipe, strictObject } from 'valibot'
import type { Problem, Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import type { Detail } from '../postmortem/disclosures/confidential.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { relate } from './support/itemsBySection.ts'

const kinds = ['email', 'ip-address', 'host', 'private-link'] as const

const options = strictObject({
  kinds: pipe(optional(array(picklist(kinds)), kinds), description('Which details are reported.')),
})

const words: Readonly<Record<Detail['kind'], { readonly message: Sentence; readonly stand: string }>> = {
  email: {
    message: sentence`This is an e-mail address. Name the role or the team instead if not everybody should see it.`,
    stand: '[e-mail address removed]',
  },
  'ip-address': {
    message: sentence`This is the address of a machine. Say what the machine does instead if not everybody should see it.`,
    stand: '[address removed]',
  },
  host: {
    message: sentence`This is the name of an internal host. Say what the host does instead if not everybody should see it.`,
    stand: '[host removed]',
  },
  'private-link': {
    message: sentence`Only members of your team can follow this link. Remove it if others are to read the report.`,
    stand: '[private link removed]',
  },
}

export const confidentialDetail: Rule<{ readonly kinds: readonly Detail['kind'][] }> = {
  id: 'confidential-detail',
  summary: 'A report that others read names no addresses, internal hosts and private links.',
  explanation: prose`
    E-mail addresses, the addresses of machines, internal host names and links to chats, wikis and shared
    documents are at home in an internal report, and say too much in a public one. Each is reported once,
    where it first stands.

    Reserved addresses are passed over: those of the machine itself, masks, the ranges and domains that are
    meant for documentation, public name servers, mailboxes that are there for strangers such as
    \`security@\`, and version numbers that look like addresses.

    The fix replaces a detail everywhere in the document; of a link, its text stays.
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

          The node 10.12.6.136 was slow. It was search-3.eu.internal that answered instead of 10.12.6.136.
        `,
        messages: [
          'This is the address of a machine. Say what the machine does instead if not everybody should see it.',
          'This is the name of an internal host. Say what the host does instead if not everybody should see it.',
        ],
      },
      {
        text: markdown`
          # Postmortem: slow search

          Reported by search-team@widgets.dev in [the channel](https://widgets.slack.com/archives/C01/p1714557600000000).
        `,
        messages: [
          'This is an e-mail address. Name the role or the team instead if not everybody should see it.',
          'Only members of your team can follow this link. Remove it if others are to read the report.',
        ],
      },
    ],
  },
  check: (report, context) => {
    const groups = new Map<string, Detail[]>()
    for (const each of report.markup.disclosures) {
      if (each.kind === 'secret' || !context.options.kinds.includes(each.kind)) continue
      const same = groups.get(each.text)
      if (same === undefined) groups.set(each.text, [each])
      else same.push(each)
    }
    return [...groups.values()].map((places) => toProblem(places, report))
  },
}

function toProblem(places: readonly Detail[], report: Report): Problem {
  const [first, ...others] = places as readonly [Detail, ...Detail[]]
  const { message, stand } = words[first.kind]
  const edits = new Map(places.map((place) => remove(place, stand, report)).map((edit) => [edit.start, edit]))
  const title =
    others.length === 0
      ? sentence`Replace it by "${stand}"`
      : sentence`Replace it by "${stand}" in all ${places.length} places`
  return {
    message,
    range: { start: first.start, end: first.end },
    ...(others.length > 0 && { related: relate(sentence`It stands here, too.`, others) }),
    fixes: [{ title, preferred: true, edits: [...edits.values()] }],
  }
}

/** Of a link that leads to it, the text stays, unless that says the same. */
function remove({ start, end, text }: Detail, stand: string, { markup, source }: Report): Edit {
  const link = findAround(start, markup.links)
  if (link === undefined || elsewhere.includes(link.form)) return { start, end, text: stand }
  if (link.form === 'bare') {
    const isBracketed = source.slice(link.start, link.start + 1) === '<'
    return isBracketed ? { start: link.start, end: link.end, text: stand } : { start, end, text: stand }
  }
  const shown = link.kind === 'link' ? (link.text ?? '').trim() : ''
  return { start: link.start, end: link.end, text: shown === '' || shown.includes(text) ? stand : shown }
}

/** The forms of links that keep their text where they lead somewhere else, or have none. */
const elsewhere: readonly MarkedLink['form'][] = ['html', 'definition', 'reference']

function findAround(offset: number, links: readonly MarkedLink[]): MarkedLink | undefined {
  let [low, high] = [0, links.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (links[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  const link = links[low - 1]
  return link !== undefined && offset < link.end ? link : undefined
}
