import type { CompareReportsRequest } from '@postmortem/shared/checking'
import type { Diagnostic } from 'vscode-languageserver'
import type { ComparableReport } from '../checking/compareReports.ts'
import type { Finding } from '../checking/rule.ts'
import { listPlaces } from '../library/comparable.ts'
import { decodePath } from '../library/reportPath.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { Service } from '../service.ts'
import { toDiagnostic } from './convert.ts'
import type { Positions } from './positions.ts'

interface Remembered {
  readonly uri: string
  readonly report: ComparableReport
  /** For all offsets that findings can have, as the editor counts them. */
  readonly positions: Pick<Positions, 'positionAt'>
}

/** What is kept of each report of the last check of the workspace, to compare them with each other. */
export class ComparedReports {
  readonly #service: Service
  /** By the names that the findings give them. */
  readonly #reports = new Map<string, Remembered>()
  #findings: ReadonlyMap<string, readonly Finding[]> = new Map()

  constructor(service: Service) {
    this.#service = service
  }

  remember(uri: string, document: OpenDocument, positions: Positions, findings: number): void {
    const file = decodePath(uri)
    const report = this.#service.toComparable(document, { file, findings })
    if (report === null) this.#reports.delete(file)
    else this.#reports.set(file, { uri, report, positions: keepPositions(report, positions) })
  }

  /** Forgets all reports but these. */
  compare(uris: readonly string[]): CompareReportsRequest.Result<Diagnostic> {
    const compared = new Set(uris)
    for (const [file, { uri }] of this.#reports) if (!compared.has(uri)) this.#reports.delete(file)
    const all = [...this.#reports.values()]
    const found = this.#service.compare(all.map(({ report }) => report))
    this.#findings = new Map(all.map(({ uri }, index) => [uri, found[index] ?? []]))
    return all.flatMap(({ uri, positions }, index) => {
      const diagnostics = (found[index] ?? []).map((finding) =>
        toDiagnostic(finding, uri, positions, (file) => this.#reports.get(file)),
      )
      return diagnostics.length === 0 ? [] : [{ uri, diagnostics }]
    })
  }

  /** The findings of the last comparison. The report may have changed since. */
  findingsOf(uri: string): readonly Finding[] {
    return this.#findings.get(uri) ?? []
  }

  uriOf(file: string): string | undefined {
    return this.#reports.get(file)?.uri
  }
}

/** The text is forgotten. */
function keepPositions({ incidents }: ComparableReport, positions: Positions): Pick<Positions, 'positionAt'> {
  const ranges = incidents.flatMap(({ places }) => listPlaces(places))
  const offsets = ranges.flatMap(({ start, end }) => [start, end])
  const kept = new Map(offsets.map((offset) => [offset, positions.positionAt(offset)]))
  return { positionAt: (offset) => kept.get(offset) ?? { line: 0, character: 0 } }
}
