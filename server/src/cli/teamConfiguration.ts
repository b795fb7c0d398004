import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type LintedFile, toLintedFile } from '../checking/lintedFile.ts'
import type { Found, FoundFile } from '../config/configurations.ts'
import type { RuleSettings } from '../config/ruleSchema.ts'
import { noConfiguration, type TeamConfiguration } from '../config/teamConfiguration.ts'
import { toConfigurationFinding } from '../configurationFinding.ts'
import { inEnglish } from '../messages/translate.ts'
import type { OpenDocument } from '../openDocument.ts'
import { readChoice } from '../readChoice.ts'
import type { Service } from '../service.ts'
import { templates } from '../templates/index.ts'
import { UsageError } from '../usageError.ts'
import type { Globs } from './findFiles.ts'
import { digest } from './linting/digest.ts'
import type { SourceFile } from './readSources.ts'
import type { Terminal } from './terminal.ts'
import { describeTrouble } from './trouble.ts'

export const configurationOptions = {
  config: {
    value: 'FILE',
    help: 'the configuration file to use, instead of the one nearest to each document',
  },
  template: {
    value: 'NAME',
    words: templates.map(({ id }) => id),
    help: 'the template to check every report against, whatever the configuration says',
  },
} as const

export interface Chosen {
  readonly config?: string
  readonly template?: string
  readonly rules?: RuleSettings
}

/** Opens documents with the configuration that applies to each, and collects faulty configuration files. */
export class TeamConfigurations {
  readonly #service: Service
  readonly #folder: string
  readonly #template: string | undefined
  readonly #rules: RuleSettings
  /** The configuration given by `--config`, which applies to all documents. */
  readonly #named: Found | null
  /** Keyed by folder, since all documents of a folder have the same configuration. */
  readonly #found = new Map<string, Promise<Found | null>>()
  readonly #identities = new Map<Found | null, string>()
  readonly #seen = new Set<string>()
  #faultyFiles: FoundFile[] = []

  private constructor(
    service: Service,
    folder: string,
    { template, rules = {} }: Chosen,
    named: Found | null,
  ) {
    this.#service = service
    this.#folder = folder
    this.#template = template
    this.#rules = rules
    this.#named = named
    this.#noteFiles(named)
  }

  static async from(
    service: Service,
    { folder }: Pick<Terminal, 'folder'>,
    chosen: Chosen,
  ): Promise<TeamConfigurations> {
    const { config, template } = chosen
    const ids = templates.map(({ id }) => id)
    if (template !== undefined) readChoice(template, ids, 'template')
    const named = config === undefined ? null : await load(config, folder, service)
    return new TeamConfigurations(service, folder, chosen, named)
  }

  async open({ path, text }: Pick<SourceFile, 'path' | 'text'>): Promise<OpenDocument> {
    const team = await this.for({ path })
    return this.#service.open(text, {
      ...(this.#template !== undefined && { forcedTemplate: this.#template }),
      forcedRules: this.#rules,
      ...(path !== null && { address: pathToFileURL(path).href }),
      team,
    })
  }

  /** The configuration for a document without a path is that of the current folder. */
  async for({ path }: Pick<SourceFile, 'path'>): Promise<TeamConfiguration> {
    return this.in(path === null ? this.#folder : dirname(path))
  }

  /** Tells apart all configurations with different consequences for a document. */
  async identify({ path }: Pick<SourceFile, 'path'>): Promise<string> {
    const found = this.#named ?? (await this.#find(path === null ? this.#folder : dirname(path)))
    const known = this.#identities.get(found)
    if (known !== undefined) return known
    const identity = digest(JSON.stringify([found, this.#template, this.#rules]))
    if (this.#identities.size === cacheSize) this.#identities.clear()
    this.#identities.set(found, identity)
    return identity
  }

  /** The configuration for the documents of a folder. */
  async in(folder: string): Promise<TeamConfiguration> {
    const found = this.#named ?? (await this.#find(folder))
    this.#noteFiles(found)
    return found?.configuration ?? noConfiguration
  }

  async globsIn(folder: string): Promise<Globs | null> {
    const { files } = await this.in(folder)
    return files === null ? null : { folder: fileURLToPath(files.folder), globs: files.globs }
  }

  /** The configuration files with problems that were met since the last call; each is returned once. */
  takeFaultyFiles(): readonly LintedFile[] {
    const taken = this.#faultyFiles
    this.#faultyFiles = []
    return taken.map(({ address, text, problems }) => {
      const path = fileURLToPath(address)
      const name = relative(this.#folder, path)
      return toLintedFile({
        name,
        path,
        text,
        report: null,
        fixed: 0,
        findings: problems.map((problem) =>
          toConfigurationFinding(problem, 'configuration', problem.severity, inEnglish),
        ),
      })
    })
  }

  #find(folder: string): Promise<Found | null> {
    const known = this.#found.get(folder)
    if (known !== undefined) return known
    const found = this.#service.configurations.find(pathToFileURL(join(folder, 'report.md')).href)
    if (this.#found.size === cacheSize) this.#found.clear()
    this.#found.set(folder, found)
    return found
  }

  #noteFiles(found: Found | null): void {
    for (const file of found?.files ?? []) {
      if (this.#seen.has(file.address)) continue
      this.#seen.add(file.address)
      if (file.problems.length > 0) this.#faultyFiles.push(file)
    }
  }
}

/** The documents of one folder come one after the other, so forgetting other folders costs little. */
const cacheSize = 1024

async function load(config: string, folder: string, { configurations }: Service): Promise<Found> {
  if (!/\.(?:ya?ml|jsonc?)$/i.test(config))
    throw new UsageError(`--config takes a file that ends in .yml, .yaml, .json or .jsonc, not "${config}".`)
  const address = pathToFileURL(resolve(folder, config)).href
  const found = await configurations.load(address).catch((error: unknown) => {
    throw new UsageError(`"${config}" cannot be read: ${describeTrouble(error)}.`)
  })
  if (found === null) throw new UsageError(`There is no file "${config}".`)
  return found
}
