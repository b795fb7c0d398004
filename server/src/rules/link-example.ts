import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import type { MarkedLink } from '../postmortem/lines/markup.ts'

/** The names that are kept free for examples, and what tutorials use besides. */
const exampleAddress =
  /^(?:https?:)?\/\/(?:[^/?#@]{1,200}@)?(?:[a-z\d-]{1,63}\.){0,4}(?:example(?:\.(?:com|org|net))?|(?:your|my)-?(?:domain|site|company|org|link|url|image)\.(?:com|org|net)|path\.to|link-?to-?[a-z-]{1,40}(?:\.com)?)(?::\d{1,5})?(?:[/?#]|$)/i

export const linkExample: Rule = {
  id: 'link-example',
  summary: 'Links and pictures lead to real places.',
  explanation: prose`
    A link to \`example.com\` was meant to be replaced. Only links with a text of their own and pictures are
    looked at: an address in the running text may be the name that the author gave to the service.

    The fix puts a placeholder in the place of the address.
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
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: slow pages

          ![Diagram of the caches](https://example.com/caches.png)
        `,
        messages: ['This address is only an example. Replace it by the real one, or remove the picture.'],
      },
      {
        text: markdown`
          # Postmortem: slow pages

          The [dashboard](https://your-domain.com/dashboard) was empty.
        `,
        messages: ['This address is only an example. Replace it by the real one, or remove the link.'],
      },
    ],
  },
  check: (report) =>
    report.markup.links
      .filter(({ form, address }) => form !== 'bare' && exampleAddress.test(address))
      .map(toProblem),
}

function toProblem({ kind, addressRange }: MarkedLink): Problem {
  return {
    message:
      kind === 'image'
        ? sentence`This address is only an example. Replace it by the real one, or remove the picture.`
        : sentence`This address is only an example. Replace it by the real one, or remove the link.`,
    range: addressRange,
    fixes: [
      {
        title: sentence`Put a placeholder in its place`,
        preferred: true,
        edits: [{ ...addressRange, text: '{{address}}' }],
      },
    ],
  }
}
