import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'

/** Domains that are reserved for examples, and others that tutorials use. */
const exampleAddress =
  /^(?:https?:)?\/\/(?:[^/?#@]{1,200}@)?(?:[a-z\d-]{1,63}\.){0,4}(?:example(?:\.(?:com|org|net))?|(?:your|my)-?(?:domain|site|company|org|link|url|image)\.(?:com|org|net)|path\.to|link-?to-?[a-z-]{1,40}(?:\.com)?)(?::\d{1,5})?(?:[/?#]|$)/i

export const linkExample: Rule = {
  id: 'link-example',
  summary: 'Links and images point to real addresses.',
  explanation: prose`
    A link to \`example.com\` was meant to be replaced. Only images and links with a text of their own are
    checked: a bare address in the prose may be the name that the author gave to the service. Where more than
    three different addresses are examples, the author hides the real ones on purpose, and nothing is reported.

    The fix replaces the address with a placeholder.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: slow pages

          Our shop, https://www.example.com, was slow. [The graph](https://grafana.shop.dev/d/1) shows it.
        `,
        messages: [],
      },
      { text: '# Postmortem: slow pages\n\n```\ncurl https://example.com/health\n```\n', messages: [] },
      {
        text: markdown`
          # Postmortem: slow pages

          The cause was [a query](https://bugs.example.com/71) of [the report](https://example.com/reports), which
          [a fix](https://code.example.com/c/4f1) of [the index](https://code.example.com/c/9a0) did not speed up.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow pages

          ![Diagram of the caches](https://example.com/caches.png)
        `,
        messages: ['This address is only an example. Replace it with the real one, or remove the image.'],
      },
      {
        text: markdown`
          # Postmortem: slow pages

          The [dashboard](https://your-domain.com/dashboard) was empty.
        `,
        messages: ['This address is only an example. Replace it with the real one, or remove the link.'],
      },
    ],
  },
  check: ({ markup }) => {
    const found = markup.links.filter(({ form, address }) => form !== 'bare' && exampleAddress.test(address))
    const addresses = new Set(found.map(({ address }) => address))
    return addresses.size > maxForgotten ? [] : found.map(toProblem)
  },
}

/** Nobody forgets to replace more addresses than these. */
const maxForgotten = 3

function toProblem({ kind, addressRange }: MarkedLink): Problem {
  return {
    message:
      kind === 'image'
        ? sentence`This address is only an example. Replace it with the real one, or remove the image.`
        : sentence`This address is only an example. Replace it with the real one, or remove the link.`,
    range: addressRange,
    fixes: [
      {
        title: sentence`Replace it with a placeholder`,
        preferred: true,
        edits: [{ ...addressRange, text: '{{address}}' }],
      },
    ],
  }
}
