import { noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { sentence } from '../messages/sentence.ts'
import { parseYaml } from '../yaml/parseYaml.ts'
import { describeMistake } from '../yaml/yamlMistake.ts'

export const frontMatterInvalid: Rule = {
  id: 'front-matter-invalid',
  summary: 'The front matter is valid YAML.',
  explanation: prose`
    Site generators and search tools read the front matter between the lines of dashes at the top of a
    document, and so does this checker: under \`postmortem\`, a report can choose its own template, time zone
    and rules. If the front matter is not valid YAML, none of them can read it.
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
          'The front matter is not valid YAML: a list that begins with "[" does not end with "]". Correct it.',
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
          'The front matter is not valid YAML: a value that contains a colon needs quotation marks, and a key needs a line of its own. Correct it.',
        ],
      },
    ],
  },
  check: ({ frontMatter }) => {
    // Front matter with a `postmortem` key is checked as configuration instead.
    if (frontMatter === null || /^postmortem[ \t]*:/m.test(frontMatter.text)) return []
    if (frontMatter.text.length > maxLength) return []
    const parsed = parseYaml(frontMatter.text)
    const error = parsed.kind === 'documents' ? parsed.documents[0]?.errors[0] : undefined
    if (error === undefined) return []
    const { what, start, end } = describeMistake(error, frontMatter.text)
    return [
      {
        message: sentence`The front matter is not valid YAML: ${what}. Correct it.`,
        range: {
          start: frontMatter.start + Math.min(start, frontMatter.text.length),
          end: frontMatter.start + Math.min(end, frontMatter.text.length),
        },
        fixes: [],
      },
    ]
  },
}

/** Parsing YAML may take more than linear time, so longer front matter is not checked. */
const maxLength = 16 * 1024
