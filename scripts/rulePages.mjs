// Makes a page for each rule, and a page that lists them.
import { toJsonSchema } from '@valibot/to-json-schema'

/** The list of rules and their pages, as [path, text] pairs. */
export function rulePages(rules) {
  return [
    ['docs/rules/README.md', toList(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, toPage(rule)]),
  ]
}

function toList(rules) {
  const rows = rules.map((rule) => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`)
  return `<!-- This list and the pages are made from the rules by \`npm run generate\`; change the rules instead. -->

# Rules

[Configuration](../configuration.md#rules) says how to change a severity or to turn a rule off.

| rule | severity | says |
| --- | --- | --- |
${rows.join('\n')}
`
}

function toPage(rule) {
  const blocks = [
    `# \`${rule.id}\``,
    rule.summary,
    severities(rule),
    rule.explanation,
    ...options(rule),
    '## Wrong',
    ...rule.examples.bad.flatMap((example) => [
      ...sources(example),
      ...example.messages.map((message) => `> ${message}`),
    ]),
    '## Right',
    ...rule.examples.good.flatMap(sources),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The report, and the others of its folder by their names. */
function sources({ text, others = {} }) {
  const beside = Object.entries(others).flatMap(([file, other]) => [
    `Beside it, in \`${file}\`:`,
    fence(other),
  ])
  return [fence(text), ...beside]
}

function severities({ severity, severityIn = {}, severityWhen = {} }) {
  const others = Object.entries(severityIn).map(
    ([template, level]) => `**${level}** in the template \`${template}\``,
  )
  const demanded = Object.entries(severityWhen).map(
    ([demand, level]) => `**${level}** where the configuration says \`${demand}\``,
  )
  return [`Severity: **${severity}**`, ...others, ...demanded].join('; ')
}

function options(rule) {
  const properties = Object.entries(toJsonSchema(rule.options, { errorMode: 'ignore' }).properties ?? {})
  if (properties.length === 0) return []
  const rows = properties.map(
    ([name, schema]) =>
      `| \`${name}\` | ${describeType(schema)} | \`${JSON.stringify(schema.default)}\` | ${schema.description ?? ''} |`,
  )
  return [
    '## Options',
    ['| option | takes | default | means |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ]
}

function describeType(schema) {
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ')
  if (schema.type === 'array') return `list of ${describeType(schema.items)}`
  return schema.type
}

/** The fence is longer than any fence in the text. */
function fence(text) {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const marks = '`'.repeat(Math.max(3, longest + 1))
  return `${marks}markdown\n${text.replace(/\n$/, '')}\n${marks}`
}
