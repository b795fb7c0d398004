import * as v from 'valibot'

/** The parts of SARIF 2.1.0 that we write, as the standard demands them. Anything else is an error. */

const text = v.pipe(v.string(), v.minLength(1))
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const level = v.picklist(['none', 'note', 'warning', 'error'])
const absolute = v.pipe(v.string(), v.regex(/^[a-z][a-z\d+.-]*:/i), v.url())

/** A single brace would begin or end an argument, and our messages have none. */
const message = v.strictObject({
  text: v.pipe(
    text,
    v.check((text) => !/[{}]/.test(text.replaceAll('{{', '').replaceAll('}}', ''))),
  ),
})

const multiformat = v.strictObject({ text, markdown: v.optional(text) })

const relativeReference = v.pipe(
  v.string(),
  v.regex(/^(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-F]{2})+$/),
  v.regex(/^(?!\/|(?:.*\/)?\.\.(?:\/|$))/),
)

const artifactLocation = v.union([
  v.strictObject({ uri: relativeReference, uriBaseId: v.optional(v.literal('%SRCROOT%')) }),
  v.strictObject({ uri: absolute }),
])

const region = v.pipe(
  v.strictObject({ startLine: count, startColumn: count, endLine: count, endColumn: count }),
  v.check(
    ({ startLine, startColumn, endLine, endColumn }) =>
      startLine < endLine || (startLine === endLine && startColumn <= endColumn),
  ),
)

const physicalLocation = v.strictObject({ artifactLocation, region })

const replacement = v.strictObject({
  deletedRegion: region,
  insertedContent: v.optional(v.strictObject({ text })),
})

const fix = v.strictObject({
  description: message,
  artifactChanges: v.pipe(
    v.array(v.strictObject({ artifactLocation, replacements: v.pipe(v.array(replacement), v.minLength(1)) })),
    v.minLength(1),
  ),
})

const result = v.strictObject({
  ruleId: text,
  ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
  level,
  message,
  locations: v.pipe(v.array(v.strictObject({ physicalLocation })), v.length(1)),
  partialFingerprints: v.strictObject({ 'postmortem/v1': v.pipe(v.string(), v.regex(/^[\da-f]{32}$/)) }),
  relatedLocations: v.optional(v.array(v.strictObject({ id: count, physicalLocation, message }))),
  fixes: v.optional(v.array(fix)),
})

const rule = v.strictObject({
  id: text,
  shortDescription: multiformat,
  fullDescription: multiformat,
  help: multiformat,
  helpUri: absolute,
  defaultConfiguration: v.union([v.strictObject({ level }), v.strictObject({ enabled: v.literal(false) })]),
})

const run = v.pipe(
  v.strictObject({
    tool: v.strictObject({
      driver: v.strictObject({ name: text, version: text, rules: v.array(rule) }),
    }),
    columnKind: v.literal('utf16CodeUnits'),
    newlineSequences: v.array(text),
    originalUriBaseIds: v.strictObject({ '%SRCROOT%': v.strictObject({ description: message }) }),
    results: v.array(result),
  }),
  v.check(({ tool, results }) =>
    results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId),
  ),
)

export const sarifLog = v.strictObject({
  $schema: absolute,
  version: v.literal('2.1.0'),
  runs: v.pipe(v.array(run), v.length(1)),
})
