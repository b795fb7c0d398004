import { applySafeFixes } from '../applySafeFixes.ts'
import { beginReport, chooseTemplate, templatesFor } from '../beginReport.ts'
import { toLintedFile } from '../checking/lintedFile.ts'
import { toReportFacts } from '../checking/reportFacts.ts'
import { noConfiguration } from '../config/teamConfiguration.ts'
import { inspectReport } from '../features/inspect.ts'
import { nameReport } from '../features/newReport.ts'
import { configuredTemplate, readBeginning } from '../readBeginning.ts'
import { readChoice } from '../readChoice.ts'
import { rules } from '../rules/index.ts'
import { describeRule } from './describeRule.ts'
import type { CheckedReport, Tool } from './tool.ts'

/** The parameters with which a tool is told which report to work on. */
const reportParameters = {
  path: 'The Markdown file, relative to a folder that may be read, or absolute.',
  text: 'The text of the report, if it is not that of the file. With a path, it is checked as if it were saved there.',
  template: 'The id of the template to check it against, whatever its configuration says.',
} as const

const checkReport: Tool = {
  name: 'check_report',
  title: 'Check an incident postmortem',
  description:
    'Checks an incident postmortem in Markdown: missing sections and facts, timeline arithmetic, causes, action items. Returns the findings with their lines. Lines and columns count from 1.',
  parameters: reportParameters,
  required: [],
  quotesReports: true,
  run: async (given, { reports }) => describeCheck(await reports.open(given)),
}

const applyFixes: Tool = {
  name: 'apply_fixes',
  title: 'Apply the safe fixes to a postmortem',
  description:
    'Makes all fixes that are safe to make without asking, and returns the new text with the findings that are left. Writes nothing.',
  parameters: reportParameters,
  required: [],
  quotesReports: true,
  run: async (given, { reports }) => {
    const opened = await reports.open(given)
    const { findings, fixed } = applySafeFixes(opened)
    return { text: opened.document.markdown.text(), fixed, ...describeCheck({ ...opened, findings }) }
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
  run: async (given, { reports }) => {
    const { name, document, findings } = await reports.open(given)
    return inspectReport(document.report, document.markdown, { file: name, findings: findings.length })
  },
}

const newReport: Tool = {
  name: 'new_report',
  title: 'Begin a postmortem',
  description:
    'Returns the text of a new postmortem with {{placeholders}} for what is not known yet, and a name for its file. Writes nothing. Without a template, that of the folder is used.',
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
  run: async ({ folder = '.', template, ...known }, { service, reports, now }) => {
    const beginning = readBeginning(known, now(), (name) => `"${name}"`)
    const { name, surroundings } = await reports.prepare(folder, nameReport(beginning, now()))
    const all = templatesFor(surroundings)
    const chosen =
      template === undefined
        ? configuredTemplate(beginning, surroundings.team ?? noConfiguration, all)
        : chooseTemplate(template, all)
    const text = beginReport(service, surroundings, chosen, beginning)
    return { template: chosen.id, path: name, text }
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
    'Lists the incident postmortems in the folders that may be read, with the number of findings in each.',
  parameters: { folder: 'Lists only those in this folder.' },
  required: [],
  quotesReports: true,
  run: async ({ folder }, { reports, stopIfCancelled, reportProgress }) => {
    const problems: string[] = []
    const found: object[] = []
    let files = 0
    for await (const opened of reports.openAll(folder, (problem) => problems.push(problem))) {
      stopIfCancelled()
      files += 1
      await reportProgress(files)
      if (!opened.document.report.recognition.postmortem) continue
      if (found.length === maxReports) return { reports: found, files, problems, isCut: true }
      found.push(describeReport(opened))
    }
    return { reports: found, files, problems, isCut: false }
  },
}

export const tools: readonly Tool[] = [checkReport, explainRule, inspect, newReport, applyFixes, listReports]

function describeCheck(checked: CheckedReport): object {
  const { postmortem } = checked.document.report.recognition
  const linted = toLinted(checked)
  return {
    file: checked.name,
    postmortem,
    template: checked.document.report.template.id,
    findings: linted.findings.map(({ conceal: _, related, fixes, ...finding }) => ({
      ...finding,
      related: related.map(({ message, line }) => ({ message, line })),
      fixes: fixes.map(({ title, safe }) => ({ title, safe })),
    })),
  }
}

function describeReport(checked: CheckedReport): object {
  const { template, words } = checked.document.report
  const { name, report } = toLinted(checked)
  return {
    path: name,
    title: report?.title ?? null,
    template: template.id,
    words,
    findings: checked.findings.length,
  }
}

function toLinted({ name, document, findings }: CheckedReport) {
  const report = toReportFacts(document.report)
  return toLintedFile({ name, path: null, text: document.markdown.text(), report, findings, fixed: 0 })
}
