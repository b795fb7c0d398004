import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beginReport, templatesFor } from '../../beginReport.ts'
import { inspectReport } from '../../features/inspect.ts'
import { nameReport } from '../../features/newReport.ts'
import { rules } from '../../rules/index.ts'
import { configuredTemplate, readBeginning } from '../beginning.ts'
import { describeRule } from '../commands/describeRule.ts'
import { findById } from '../commands/templates.ts'
import { type CheckedDocument, checkSource, findSources } from '../documents.ts'
import { fixDocument } from '../fixes/fixDocuments.ts'
import { toLintedFile } from '../lintedFile.ts'
import { readChoice } from '../options.ts'
import { toReportFacts } from '../reportFacts.ts'
import { configurationsFor, lookUpInside, openReport, reportParameters } from './openReport.ts'
import type { Tool, ToolContext } from './tool.ts'

const checkReport: Tool = {
  name: 'check_report',
  title: 'Check an incident postmortem',
  description:
    'Checks an incident postmortem in Markdown: missing sections and facts, timeline arithmetic, causes, action items. Returns the findings with their lines. Lines and columns count from 1.',
  parameters: reportParameters,
  required: [],
  quotesReports: true,
  run: async (given, context) => describeCheck(await openReport(given, context)),
}

const applyFixes: Tool = {
  name: 'apply_fixes',
  title: 'Apply the safe fixes to a postmortem',
  description:
    'Makes all fixes that are safe to make without asking, and returns the new text with the findings that are left. Writes nothing.',
  parameters: reportParameters,
  required: [],
  quotesReports: true,
  run: async (given, context) => {
    const fixed = fixDocument(await openReport(given, context))
    return { text: fixed.source.text, fixed: fixed.fixed, ...describeCheck(fixed) }
  },
}

const inspect: Tool = {
  name: 'inspect_report',
  title: 'Read the facts of a postmortem',
  description:
    'Returns what is understood of a postmortem: sections, start, end, duration, timeline entries with their times, action items, time to detect, mitigate and resolve, what is missing.',
  parameters: reportParameters,
  required: [],
  quotesReports: true,
  run: async (given, context) => {
    const { source, document, findings } = await openReport(given, context)
    return inspectReport(document.report, document.markdown, { file: source.name, findings: findings.length })
  },
}

const newReport: Tool = {
  name: 'new_report',
  title: 'Begin a postmortem',
  description:
    'Returns the text of a new postmortem with {{placeholders}} for what is not known yet, and a name for its file. Writes nothing. The templates are resources of this server.',
  parameters: {
    title: 'What happened, in a few words.',
    severity: 'How severe it was, in the terms of the team.',
    start: 'When it began, in UTC: "2026-03-14 22:48".',
    end: 'When it ended, in UTC.',
    template: 'The id of the template, instead of the one configured for the folder.',
    folder: 'The folder that the report will be saved in.',
  },
  required: [],
  quotesReports: false,
  run: async ({ folder = '.', template, ...known }, context) => {
    const { service, roots, now } = context
    const beginning = readBeginning(known, now(), (name) => `"${name}"`)
    const fileName = nameReport(beginning, now())
    const path = `${await roots.locate(folder)}/${fileName}`
    const team = await (await configurationsFor({}, context)).in(dirname(path))
    const all = templatesFor({ team })
    const chosen = template === undefined ? configuredTemplate(beginning, team, all) : findById(template, all)
    const surroundings = { team, address: pathToFileURL(path).href }
    const text = beginReport(service, surroundings, chosen, beginning)
    return { template: chosen.id, path: roots.nameOf(path), text }
  },
}

const explainRule: Tool = {
  name: 'explain_rule',
  title: 'Explain a rule',
  description: 'Returns why a rule matters, its options, its fixes, and examples of what is wrong and right.',
  parameters: { rule: 'The id of the rule, such as "section-missing". A finding names it.' },
  required: ['rule'],
  quotesReports: false,
  run: async ({ rule: id = '' }, { service }) => {
    const ids = rules.map((rule) => rule.id)
    const found = readChoice(id, ids, 'rule', `There are ${ids.join(', ')}.`)
    return describeRule(rules[ids.indexOf(found)] as (typeof rules)[number], service)
  },
}

/** More would fill the memory of whoever asks. */
const maxReports = 1000

const listReports: Tool = {
  name: 'list_reports',
  title: 'List the postmortems',
  description:
    'Lists the incident postmortems in the folders of this server, with the number of findings in each.',
  parameters: { folder: 'Lists only those in this folder.' },
  required: [],
  quotesReports: true,
  run: async ({ folder }, context) => {
    const { roots, service, signal, reportProgress } = context
    const folders = folder === undefined ? roots.folders : [await roots.locate(folder)]
    const configurations = await configurationsFor({}, context)
    const problems: string[] = []
    const checking = { service, configurations, complain: (problem: string) => problems.push(problem) }
    const targets = folders.map((path) => ({ kind: 'folder', path }) as const)
    const home = { folder: folders[0] ?? '.', readInput: async () => new Uint8Array() }
    const reports: object[] = []
    let files = 0
    for await (const source of findSources(targets, checking, home)) {
      const hasFile = lookUpInside(roots, source.path)
      const checked = await checkSource(source, checking, { hasFile })
      if (checked === null) continue
      signal.throwIfAborted()
      files += 1
      await reportProgress(files)
      if (!checked.document.report.recognition.postmortem) continue
      if (reports.length === maxReports) return { reports, files, problems, isCut: true }
      reports.push(describeReport(checked, context))
    }
    return { reports, files, problems, isCut: false }
  },
}

export const tools: readonly Tool[] = [checkReport, explainRule, inspect, newReport, applyFixes, listReports]

function describeCheck({ source, document, findings }: CheckedDocument): object {
  const { report } = document
  const { postmortem } = report.recognition
  const linted = toLintedFile({ ...source, report: toReportFacts(report), findings, fixed: 0 })
  return {
    file: source.name,
    postmortem,
    template: report.template.id,
    findings: linted.findings.map(({ conceal: _, related, fixes, ...finding }) => ({
      ...finding,
      related: related.map(({ message, line }) => ({ message, line })),
      fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    })),
  }
}

function describeReport({ source, document, findings }: CheckedDocument, { roots }: ToolContext): object {
  const { report } = document
  const linted = toLintedFile({ ...source, report: toReportFacts(report), findings, fixed: 0 })
  return {
    path: source.path === null ? source.name : roots.nameOf(source.path),
    title: linted.report?.title ?? null,
    template: report.template.id,
    words: report.words,
    findings: findings.length,
  }
}
