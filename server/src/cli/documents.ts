import { dirname } from 'node:path'
import type { Checked } from '../applySafeFixes.ts'
import type { ComparableReport } from '../checking/compareReports.ts'
import type { Clock, FileLookup, Finding } from '../checking/rule.ts'
import type { Service } from '../service.ts'
import type { Target } from './findFiles.ts'
import { lookUpFrom } from './nearbyFiles.ts'
import { type InputPlace, type Recall, readSources, type SourceFile } from './readSources.ts'
import type { TeamConfigurations } from './teamConfiguration.ts'
import { type Complain, describeTrouble } from './trouble.ts'

export interface CheckedDocument extends Checked {
  readonly source: SourceFile
  /** The number of findings that are left out because they were there before. */
  readonly heldBack?: number
}

/** Decides which findings of a text are kept. */
export type Keep = (findings: readonly Finding[], text: string) => readonly Finding[]

/** Leaves findings out, also of the later checks, so that a fix is about the others alone. */
export function narrow(checked: CheckedDocument, keep: Keep): CheckedDocument {
  const { document, findings, check } = checked
  const keepSome = (found: readonly Finding[]) => keep(found, document.markdown.text())
  return { ...checked, findings: keepSome(findings), check: () => keepSome(check()) }
}

export interface Checking {
  readonly service: Service
  readonly configurations: TeamConfigurations
  readonly complain: Complain
}

export interface Searching extends Checking {
  /** The path that standard input is checked as; null if it has none. */
  readonly inputPath?: string | null
  /** Called for each folder before its files are read. */
  readonly onFolder?: (folder: string) => void
}

/** Checks the documents of the targets one by one. */
export async function* checkDocuments(
  targets: readonly Target[],
  searching: Searching,
  terminal: InputPlace,
): AsyncGenerator<CheckedDocument> {
  for await (const source of findSources(targets, searching, terminal)) {
    const checked = await checkSource(source, searching)
    if (checked !== null) yield checked
  }
}

/** The documents of the targets, including those that the configuration counts as reports. */
export function findSources<Known extends object = never>(
  targets: readonly Target[],
  { configurations, complain, inputPath = null, onFolder }: Searching,
  terminal: InputPlace,
  recall?: Recall<Known>,
): AsyncGenerator<SourceFile | Known> {
  const search = {
    complain,
    inputPath,
    ...(onFolder && { onFolder }),
    globsIn: (folder: string) => configurations.globsIn(folder),
  }
  return readSources(targets, search, terminal, recall)
}

/** What is true around a document while it is checked. */
export interface World {
  readonly hasFile: FileLookup
  /** The clock of the service if there is none. */
  readonly isPast?: Clock
}

/** Null if the document cannot be checked, which has been reported. */
export async function checkSource(
  source: SourceFile,
  { service, configurations, complain }: Checking,
  { hasFile, isPast }: World = { hasFile: lookUpFrom(source.path && dirname(source.path)) },
): Promise<CheckedDocument | null> {
  const document = await orComplain(source, complain, () => configurations.open(source))
  if (document === null) return null
  const check = () => service.check(document, hasFile, isPast)
  const findings = await orComplain(source, complain, check)
  return findings && { source, document, findings, check }
}

/** What is compared of a document; null if it is no report. */
export function toComparable(
  { source, document, findings }: CheckedDocument,
  service: Service,
): ComparableReport | null {
  return service.toComparable(document, { file: reportName(source), findings: findings.length })
}

/** The name of a report among others. */
export function reportName({ name }: Pick<SourceFile, 'name'>): string {
  return name.replaceAll('\\', '/')
}

/** One document's failure must not touch the others. */
async function orComplain<T>(
  { name }: SourceFile,
  complain: Complain,
  work: () => T | Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    complain(`"${name}" cannot be checked: ${describeTrouble(error)}.`)
    return null
  }
}
