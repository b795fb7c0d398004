import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  DiagnosticSeverity,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver'
import { nameOf, normalizeAddress } from '../config/address.ts'
import type { Configurations, Found, FoundFile } from '../config/configurations.ts'
import { configurationNames } from '../config/files.ts'
import type { Problem } from '../config/problem.ts'
import { sentence } from '../messages/sentence.ts'
import type { Translate } from '../messages/translate.ts'
import {
  type ConfigurationText,
  changeConfigurationText,
  readConfigurationText,
} from './configurationText.ts'
import { type EncodePositions, type Positions, toOffsets, toRange } from './positions.ts'
import type { Publisher } from './publisher.ts'

/** A configuration file that is open in the editor, saved or not. */
interface OpenFile {
  source: ConfigurationText
  problems: readonly Problem[]
}

const severities: Readonly<Record<Problem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
}

export function isConfiguration(uri: string): boolean {
  return configurationNames.includes(nameOf(uri))
}

/**
 * Publishes the problems of configuration files: of every file that is open, in the editor's text, and of
 * every saved file that an open report depends on.
 */
export class ConfigurationDocuments {
  readonly #configurations: Configurations
  readonly #publisher: Publisher
  readonly #translate: Translate
  readonly #encodePositions: EncodePositions
  readonly #open = new Map<string, OpenFile>()
  /** The configuration that was found for each report. */
  readonly #found = new Map<string, Found>()
  #published = new Set<string>()

  constructor(
    configurations: Configurations,
    publisher: Publisher,
    translate: Translate,
    encodePositions: EncodePositions,
  ) {
    this.#configurations = configurations
    this.#publisher = publisher
    this.#translate = translate
    this.#encodePositions = encodePositions
  }

  open(uri: string, version: number, text: string): Promise<void> {
    const source = readConfigurationText(uri, version, text, this.#encodePositions)
    const address = normalizeAddress(uri)
    this.#open.set(address, { source, problems: [] })
    if (this.#published.has(address) && address !== uri) this.#publisher.clear(address)
    return this.#check(uri)
  }

  async change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): Promise<void> {
    const file = this.#open.get(normalizeAddress(uri))
    if (file === undefined) return
    file.source = changeConfigurationText(file.source, version, changes, this.#encodePositions)
    await this.#check(uri)
  }

  close(uri: string): void {
    this.#open.delete(normalizeAddress(uri))
    this.#publisher.clear(uri)
    this.#publishSaved()
  }

  /** The text of the file in the editor, saved or not. */
  get(uri: string): ConfigurationText | undefined {
    return this.#open.get(normalizeAddress(uri))?.source
  }

  /** Remembers which files a report depends on; null for a report that is closed or depends on none. */
  depend(report: string, found: Found | null): void {
    if (found === null) this.#found.delete(report)
    else this.#found.set(report, found)
    this.#publishSaved()
  }

  /** Every file that configures an open report, or would if it existed. */
  addresses(): ReadonlySet<string> {
    return new Set([...this.#found.values()].flatMap(({ addresses }) => addresses))
  }

  /** A change in one file can cause or solve problems in the files that extend it. */
  async checkAgain(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ source }) => this.#check(source.document.uri)))
  }

  codeActions(uri: string, { range, context }: Pick<CodeActionParams, 'range' | 'context'>): CodeAction[] {
    const file = this.#open.get(normalizeAddress(uri))
    const isRequested = context.only === undefined || context.only.includes(CodeActionKind.QuickFix)
    if (file === undefined || !isRequested) return []
    const { document, positions } = file.source
    const { start, end } = toOffsets(range, positions)
    return file.problems.flatMap((problem): CodeAction[] => {
      const { replacement } = problem
      if (replacement === null || problem.range.start > end || problem.range.end < start) return []
      const diagnostic = toDiagnostic(problem, positions, this.#translate)
      const edit = { range: diagnostic.range, newText: replacement }
      return [
        {
          title: this.#translate(sentence`Write "${replacement}"`),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: true,
          edit: {
            documentChanges: [{ textDocument: { uri, version: document.version }, edits: [edit] }],
          },
        },
      ]
    })
  }

  async #check(uri: string): Promise<void> {
    const file = this.#open.get(normalizeAddress(uri))
    if (file === undefined) return
    const { source } = file
    const { document, positions } = source
    const { version } = document
    const problems = await this.#configurations.check(uri, document.getText()).catch(() => [])
    // The file may have been edited or closed while the files that it extends were read.
    if (this.#open.get(normalizeAddress(uri))?.source !== source) return
    file.problems = problems
    this.#publish(uri, positions, version, problems)
  }

  #publishSaved(): void {
    const files = new Map<string, FoundFile>()
    for (const found of this.#found.values()) {
      for (const file of found.files) if (!this.#open.has(file.address)) files.set(file.address, file)
    }
    for (const address of this.#published) {
      if (!files.has(address) && !this.#open.has(address)) this.#publisher.clear(address)
    }
    for (const { address, text, problems } of files.values()) {
      const { positions } = readConfigurationText(address, 0, text, this.#encodePositions)
      this.#publish(address, positions, null, problems)
    }
    this.#published = new Set(files.keys())
  }

  #publish(uri: string, positions: Positions, version: number | null, problems: readonly Problem[]): void {
    this.#publisher.publish(uri, version, 'textDocument/publishDiagnostics', {
      diagnostics: problems.map((problem) => toDiagnostic(problem, positions, this.#translate)),
    })
  }
}

function toDiagnostic(
  { severity, range, message }: Problem,
  positions: Positions,
  translate: Translate,
): Diagnostic {
  return {
    range: toRange(range, positions),
    severity: severities[severity],
    code: 'configuration',
    source: 'postmortem',
    message: translate(message),
  }
}
