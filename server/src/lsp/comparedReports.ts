import type { CompareReportsRequest } from '@postmortem/shared/checking'
import type { Diagnostic, Position } from 'vscode-languageserver'
import type { ComparableReport } from '../checking/compareReports.ts'
import { listPlaces } from '../library/comparable.ts'
import { decodePath } from '../library/reportPath.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { Service } from '../service.ts'
import { toDiagnostic } from './convert.ts'
import type { Positions } from './positions.ts'

interface Remembered {
  readonly report: ComparableReport
  /** The positions of all offsets that findings can have, as the editor counts them. */
  readonly positions: ReadonlyMap<number, Position>
}

/** What is kept of each report of the last check of the workspace, to compare them with each other. */
export class ComparedReports {
  readonly #service: Service
  readonly #reports = new Map<string, Remembered>()

  constructor(service: Service) {
    this.#service = service
  }

  remember(uri: string, document: OpenDocument, positions: Positions, findings: number): void {
    const report = this.#service.toComparable(document, { file: decodePath(uri), findings })
    if (report === null) this.#reports.delete(uri)
    else this.#reports.set(uri, { report, positions: findPositions(report, positions) })
  }

  /** Forgets all reports but these. */
  compare(uris: readonly string[]): CompareReportsRequest.Result<Diagnostic> {
    const compared = new Set(uris)
    for (const uri of this.#reports.keys()) if (!compared.has(uri)) this.#reports.delete(uri)
    const all = [...this.#reports]
    const found = this.#service.compare(all.map(([, { report }]) => report))
    return all.flatMap(([uri, { positions }], index) => {
      const positionAt = (offset: number) => positions.get(offset) ?? { line: 0, character: 0 }
      const diagnostics = (found[index] ?? []).map((finding) => toDiagnostic(finding, uri, { positionAt }))
      return diagnostics.length === 0 ? [] : [{ uri, diagnostics }]
    })
  }
}

function findPositions({ incidents }: ComparableReport, positions: Positions): ReadonlyMap<number, Position> {
  const ranges = incidents.flatMap(({ places }) => listPlaces(places))
  const offsets = ranges.flatMap(({ start, end }) => [start, end])
  return new Map(offsets.map((offset) => [offset, positions.positionAt(offset)]))
}
