import { pathToFileURL } from 'node:url'
import type { LintedFile, Place, PlacedFinding, PlacedFix } from '../../checking/lintedFile.ts'
import type { Severity } from '../../checking/rule.ts'
import { pathInside } from '../../pathInside.ts'
import { rules } from '../../rules/index.ts'
import { identify } from '../known/fingerprints.ts'
import { pathInRepository } from './pathInRepository.ts'
import type { Reporter, Surroundings } from './reporter.ts'

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const reportAsSarif: Reporter = async function* (files, surroundings) {
  const log = JSON.stringify(makeLog(surroundings))
  yield log.slice(0, -end.length)
  let separator = '\n'
  for await (const file of files) {
    const ids = identify(file, pathInRepository(file, surroundings.repository))
    for (const [index, finding] of file.findings.entries()) {
      const result = makeResult(finding, file, surroundings)
      yield separator + JSON.stringify({ ...result, partialFingerprints: { 'postmortem/v1': ids[index] } })
      separator = ',\n'
    }
  }
  yield `\n${end}\n`
}

/** The closing brackets after the results, which come last in the log. */
const end = ']}]}'

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

/** The id for findings in configuration files, which come from no rule. */
const configuration = {
  id: 'configuration',
  summary: 'A configuration file has no mistakes.',
  explanation: 'Mistakes in `.postmortem.yml` are reported where they are; the reports are still checked.',
  severity: 'error' as const,
}

const describedRules = [...rules, configuration]

const root = '%SRCROOT%'

function makeLog({ version, rulePages }: Surroundings): object {
  const driver = {
    name: 'Postmortem',
    version,
    rules: describedRules.map((rule) => describeRule(rule, rulePages)),
  }
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\r', '\n'],
        // The path on this computer stays private.
        originalUriBaseIds: { [root]: { description: { text: 'The root of the checkout.' } } },
        results: [],
      },
    ],
  }
}

function describeRule(
  { id, summary, explanation, severity }: Pick<(typeof describedRules)[number], keyof typeof configuration>,
  rulePages: string,
): object {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${explanation.split('\n', 1)[0]}` },
    help: { text: explanation, markdown: explanation },
    helpUri: id === configuration.id ? new URL('configuration.md', rulePages).href : `${rulePages}/${id}.md`,
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
  }
}

function makeResult(finding: PlacedFinding, file: LintedFile, { repository }: Surroundings): object {
  const artifactLocation = locate(file, repository)
  const toLocation = (place: Place, document?: Located) => ({
    physicalLocation: {
      artifactLocation: document === undefined ? artifactLocation : locate(document, repository),
      region: toRegion(place),
    },
  })
  const { rule, severity, message, related, fixes } = finding
  const ruleIndex = describedRules.findIndex(({ id }) => id === rule)
  return {
    ruleId: rule,
    ...(ruleIndex !== -1 && { ruleIndex }),
    level: levels[severity],
    message: toMessage(message),
    locations: [toLocation(finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => ({
        id: index + 1,
        ...toLocation(each, each.document),
        message: toMessage(each.message),
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => toFix(fix, artifactLocation)) }),
  }
}

function toFix({ title, edits }: PlacedFix, artifactLocation: object): object {
  const replacements = edits.map(({ text, ...place }) => ({
    deletedRegion: toRegion(place),
    ...(text !== '' && { insertedContent: { text } }),
  }))
  return { description: toMessage(title), artifactChanges: [{ artifactLocation, replacements }] }
}

function toRegion({ line, column, endLine, endColumn }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

/** Doubles braces, since single ones enclose the placeholders of a SARIF message. */
function toMessage(text: string): object {
  return { text: text.replace(/[{}]/g, '$&$&') }
}

type Located = Pick<LintedFile, 'name' | 'path'>

function locate({ path, name }: Located, repository: string): object {
  if (path === null) return { uri: encodeURIComponent(name) }
  const inside = pathInside(repository, path)
  if (inside === null) return { uri: pathToFileURL(path).href }
  return { uri: inside.split('/').map(encodeURIComponent).join('/'), uriBaseId: root }
}
