import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { foldersAround } from '../config/address.ts'
import type { Found, FoundFile } from '../config/configurations.ts'
import type { Problem } from '../config/problem.ts'
import { findNearest, quote } from '../config/wording.ts'
import { sayAny } from '../language/sentence.ts'
import { tellInEnglish } from '../language/tell.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { Service, Surroundings } from '../service.ts'
import { templates } from '../templates/index.ts'
import type { SourceFile } from './files.ts'
import type { LintedFile, PlacedFinding } from './lint.ts'
import { type Terminal, UsageError } from './terminal.ts'

export const configurationOptions = {
  config: { type: 'string' },
  template: { type: 'string' },
} as const

export const configurationHelp = `  --config FILE         a configuration file, instead of the one nearest to each document
  --template NAME       the template that every report is held against, whatever is configured`

interface Chosen {
  readonly config?: string | undefined
  readonly template?: string | undefined
}

/** Opens documents with the configuration that holds for each, and collects what is wrong in configuration files. */
export class TeamConfigurations {
  readonly #service: Service
  readonly #terminal: Terminal
  readonly #chosen: Chosen
  /** By folder: documents of one folder have one configuration. */
  readonly #found = new Map<string, Promise<Found | null>>()
  readonly #files = new Map<string, FoundFile>()

  constructor(service: Service, terminal: Terminal, chosen: Chosen) {
    if (chosen.template !== undefined) requireTemplate(chosen.template)
    this.#service = service
    this.#terminal = terminal
    this.#chosen = chosen
  }

  async open({ name, text }: SourceFile): Promise<OpenDocument> {
    const isInput = name === '<stdin>'
    const address = pathToFileURL(resolve(this.#terminal.folder, isInput ? 'input.md' : name)).href
    const found = await this.#find(address)
    for (const file of found?.files ?? []) this.#files.set(file.address, file)
    const surroundings: Surroundings = {
      ...(this.#chosen.template !== undefined && { insistOn: this.#chosen.template }),
      ...(!isInput && { address }),
      ...(found !== null && { team: found.configuration }),
    }
    return this.#service.open(text, surroundings)
  }

  /** The configuration files in which something is wrong. */
  mistaken(): readonly LintedFile[] {
    return [...this.#files.values()]
      .filter(({ problems }) => problems.length > 0)
      .map(({ address, text, problems }) => ({
        name: relative(this.#terminal.folder, fileURLToPath(address)),
        text,
        postmortem: false,
        findings: problems.map((problem) => place(problem, text)),
      }))
  }

  #find(address: string): Promise<Found | null> {
    const { config } = this.#chosen
    const key = config ?? foldersAround(address)[0] ?? ''
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const found = config === undefined ? this.#service.configurations.find(address) : this.#load(config)
    this.#found.set(key, found)
    return found
  }

  async #load(config: string): Promise<Found> {
    if (!/\.(?:ya?ml|jsonc?)$/i.test(config)) {
      throw new UsageError(
        `--config takes a file that ends in .yml, .yaml, .json or .jsonc, not "${config}".`,
      )
    }
    const address = pathToFileURL(resolve(this.#terminal.folder, config)).href
    const found = await this.#service.configurations.load(address).catch((error: unknown) => {
      throw new UsageError(`"${config}" cannot be read: ${error instanceof Error ? error.message : error}`)
    })
    if (found === null) throw new UsageError(`There is no file "${config}".`)
    return found
  }
}

function requireTemplate(name: string): void {
  const ids = templates.map(({ id }) => id)
  if (ids.includes(name)) return
  const nearest = findNearest(name, ids)
  const advice = nearest === null ? `Use ${tellInEnglish(sayAny(ids))}.` : `Did you mean "${nearest}"?`
  throw new UsageError(`There is no template ${tellInEnglish(quote(name))}. ${advice}`)
}

function place({ severity, message, range }: Problem, text: string): PlacedFinding {
  const start = countLines(text.slice(0, range.start))
  const end = countLines(text.slice(0, range.end))
  return {
    rule: 'configuration',
    severity,
    message: tellInEnglish(message),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  }
}

function countLines(before: string): { readonly line: number; readonly column: number } {
  const lines = before.split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
