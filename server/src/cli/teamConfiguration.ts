import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Finding } from '../checking/rule.ts'
import type { Found, FoundFile } from '../config/configurations.ts'
import type { Problem } from '../config/problem.ts'
import { noConfiguration, type TeamConfiguration } from '../config/teamConfiguration.ts'
import { inEnglish } from '../messages/translate.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { Service } from '../service.ts'
import { templates } from '../templates/index.ts'
import type { Globs } from './findFiles.ts'
import { type LintedFile, toLintedFile } from './lintedFile.ts'
import { readChoice } from './options.ts'
import type { SourceFile } from './readSources.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { describeTrouble } from './trouble.ts'

export const configurationOptions = {
  config: {
    value: 'FILE',
    help: 'a configuration file, instead of the one nearest to each document',
  },
  template: {
    value: 'NAME',
    help: 'the template that every report is held against, whatever is configured',
  },
} as const

interface Chosen {
  readonly config?: string
  readonly template?: string
}

/** Opens documents with the configuration that holds for each, and collects what is wrong in configuration files. */
export class TeamConfigurations {
  readonly #service: Service
  readonly #folder: string
  readonly #template: string | undefined
  /** The one for all documents, where one was named. */
  readonly #named: Found | null
  /** By folder: documents of one folder have one configuration. */
  readonly #found = new Map<string, Promise<Found | null>>()
  readonly #seen = new Set<string>()
  #mistaken: FoundFile[] = []

  private constructor(service: Service, folder: string, template: string | undefined, named: Found | null) {
    this.#service = service
    this.#folder = folder
    this.#template = template
    this.#named = named
    this.#note(named)
  }

  static async from(
    service: Service,
    { folder }: Pick<Terminal, 'folder'>,
    { config, template }: Chosen,
  ): Promise<TeamConfigurations> {
    const ids = templates.map(({ id }) => id)
    if (template !== undefined) readChoice(template, ids, 'template')
    const named = config === undefined ? null : await load(config, folder, service)
    return new TeamConfigurations(service, folder, template, named)
  }

  async open({ path, text }: Pick<SourceFile, 'path' | 'text'>): Promise<OpenDocument> {
    const team = await this.in(path === null ? this.#folder : dirname(path))
    return this.#service.open(text, {
      ...(this.#template !== undefined && { insistOn: this.#template }),
      ...(path !== null && { address: pathToFileURL(path).href }),
      team,
    })
  }

  /** What is configured for the documents of a folder. */
  async in(folder: string): Promise<TeamConfiguration> {
    const found = this.#named ?? (await this.#find(folder))
    this.#note(found)
    return found?.configuration ?? noConfiguration
  }

  async globsIn(folder: string): Promise<Globs | null> {
    const { files } = await this.in(folder)
    return files === null ? null : { folder: fileURLToPath(files.folder), globs: files.globs }
  }

  /** The configuration files in which something is wrong, each handed out once. */
  takeMistaken(): readonly LintedFile[] {
    const taken = this.#mistaken
    this.#mistaken = []
    return taken.map(({ address, text, problems }) => {
      const path = fileURLToPath(address)
      const name = relative(this.#folder, path)
      return toLintedFile({
        name,
        path,
        text,
        postmortem: false,
        fixed: 0,
        findings: problems.map(toFinding),
      })
    })
  }

  #find(folder: string): Promise<Found | null> {
    const known = this.#found.get(folder)
    if (known !== undefined) return known
    const found = this.#service.configurations.find(pathToFileURL(join(folder, 'report.md')).href)
    if (this.#found.size === mostKnown) this.#found.clear()
    this.#found.set(folder, found)
    return found
  }

  #note(found: Found | null): void {
    for (const file of found?.files ?? []) {
      if (this.#seen.has(file.address)) continue
      this.#seen.add(file.address)
      if (file.problems.length > 0) this.#mistaken.push(file)
    }
  }
}

/** Documents of one folder come one after the other, so what is known of others need not be held. */
const mostKnown = 1024

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

function toFinding({ severity, message, range, replacement }: Problem): Finding {
  const fix = (text: string) => ({
    title: `Write "${text}"`,
    preferred: true,
    edits: [{ ...range, text }],
  })
  return {
    rule: 'configuration',
    severity,
    message: inEnglish(message),
    range,
    fixes: replacement === null ? [] : [fix(replacement)],
  }
}
