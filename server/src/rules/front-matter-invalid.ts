import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { parseYaml } from '../yaml/parseYaml.ts'

export const frontMatterInvalid: Rule = {
  id: 'front-matter-invalid',
  summary: 'Front matter can be read.',
  explanation: prose`
    Site generators and search tools read what stands between the lines of dashes at the beginning of the
    document, and so does this checker: under \`postmortem\`, a report says which template, time zone and
    rules hold for it. What is no YAML is read by none of them.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          ---
          title: "Search: down for an hour"
          tags: [search, disk]
          ---

          # Postmortem: search is down

          ## Timeline

          Text.
        `,
        messages: [],
      },
      { text: '# Postmortem: search is down\n\n---\n\n## Timeline\n\nText: [see below\n', messages: [] },
    ],
    bad: [
      {
        text: markdown`
          ---
          title: Search
          tags: [search, disk
          ---

          # Postmortem: search is down

          ## Timeline

          Text.
        `,
        messages: [
          'The front matter is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. Correct it.',
        ],
      },
      {
        text: markdown`
          ---
          title: Search: down
          ---

          # Postmortem: search is down

          ## Timeline

          Text.
        `,
        messages: [
          'The front matter is not valid YAML: Nested mappings are not allowed in compact mappings. Correct it.',
        ],
      },
    ],
  },
  check: ({ frontMatter }) => {
    // Where it speaks to us, it is read and judged as configuration.
    if (frontMatter === null || /^postmortem[ \t]*:/m.test(frontMatter.text)) return []
    if (frontMatter.text.length > longest) return []
    const parsed = parseYaml(frontMatter.text)
    const error = parsed.kind === 'documents' ? parsed.documents[0]?.errors[0] : undefined
    if (error === undefined) return []
    const [start, end] = error.pos
    return [
      {
        message: sentence`The front matter is not valid YAML: ${error.message.replace(/\.$/, '')}. Correct it.`,
        range: {
          start: frontMatter.start + Math.min(start, frontMatter.text.length),
          end: frontMatter.start + Math.min(end, frontMatter.text.length),
        },
        fixes: [],
      },
    ]
  },
}

/** Reading YAML may take more than linear time, so what is longer is let pass. */
const longest = 16 * 1024
