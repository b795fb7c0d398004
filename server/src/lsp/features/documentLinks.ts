import type { RuleLink } from '@postmortem/shared/links'
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver'
import { type FileLink, findFileLinks } from '../../config/fileLinks.ts'
import { findReportLinks, type ReportLink } from '../../features/documentLinks.ts'
import { sentence } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { rules } from '../../rules/index.ts'
import { isConfiguration } from '../configurationDocuments.ts'
import { answerLater, type Feature, type Host } from '../feature.ts'
import { toRange } from '../positions.ts'
import { findRoot, isInside } from '../workspaceFolders.ts'

/** Links the tickets and rules that a report names, and the files that a configuration refers to. */
export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: {} },
  register: (host) => {
    const find = ({ textDocument: { uri } }: DocumentLinkParams): Promise<DocumentLink[] | null> =>
      isConfiguration(uri) ? linkFiles(uri, host) : linkReport(uri, host)
    host.connection.onDocumentLinks(answerLater('Document links', host, find))
  },
}

/** Editors ask once, as soon as a document is open, so the answer waits for the document's configuration. */
async function linkReport(
  uri: string,
  { documents, support, translate }: Host,
): Promise<DocumentLink[] | null> {
  await documents.get(uri)?.whenConfigured
  const open = documents.get(uri)
  if (open === undefined) return null
  const { report, configuration } = open.document
  return findReportLinks(report, configuration.actions, isRule)
    .filter(({ kind }) => kind !== 'rule' || support.rulePages)
    .map((link) => ({ range: toRange(link, open.positions), ...toLinkTarget(link, translate) }))
}

function isRule(id: string): boolean {
  return rules.some((rule) => rule.id === id)
}

function toLinkTarget(
  link: ReportLink,
  translate: Translate,
): Pick<DocumentLink, 'target' | 'tooltip' | 'data'> {
  if (link.kind === 'ticket') {
    const site = link.address.split('/')[2] ?? ''
    return { target: link.address, tooltip: translate(sentence`Open ${link.text} on ${site}`) }
  }
  const data: RuleLink = { rule: link.text }
  return { tooltip: translate(sentence`Open the page of the rule ${link.text}`), data }
}

/** Files outside the workspace get no link. */
async function linkFiles(uri: string, host: Host): Promise<DocumentLink[] | null> {
  const file = host.configurationDocuments.get(uri)
  if (file === undefined) return null
  const links = findFileLinks(uri, file.document.getText())
  if (links.length === 0) return []
  const root = await findRoot(uri, host)
  return links
    .filter(({ address }) => isInside(root, address))
    .map((link: FileLink) => ({
      range: toRange(link, file.positions),
      target: link.address,
      tooltip: host.translate(sentence`Open ${link.path}`),
    }))
}
