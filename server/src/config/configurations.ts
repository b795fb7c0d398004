import { quote } from '../messages/quote.ts'
import { type Sentence, sentence } from '../messages/sentence.ts'
import { findTemplate } from '../templates/index.ts'
import type { Template } from '../templates/template.ts'
import { foldersAround, join, nameOf, normalizeAddress, pathFrom, resolvePath } from './address.ts'
import { isPath, noTemplate } from './configurationSchema.ts'
import { configurationNames, type Files } from './files.ts'
import { emptyTemplate } from './mergeTemplate.ts'
import { error, information, type Problem, type Range } from './problem.ts'
import {
  type ConfigurationFile,
  createReader,
  isBroken,
  rangeAt,
  rangeOfOverride,
} from './readConfiguration.ts'
import type { KnownRule } from './ruleSchema.ts'
import {
  mergeConfiguration,
  noConfiguration,
  type TeamConfiguration,
  templateOf,
} from './teamConfiguration.ts'

/** The configuration found for a document, and every file it was read from. */
export interface Found {
  readonly configuration: TeamConfiguration
  readonly files: readonly FoundFile[]
  /** Every address that was tried. A file that does not exist yet may be created later. */
  readonly addresses: readonly string[]
}

export interface FoundFile {
  readonly address: string
  readonly text: string
  readonly problems: readonly Problem[]
}

/** Finds configuration and remembers the last valid version of each file. */
export class Configurations {
  readonly #files: Files
  readonly #read: (address: string, text: string) => ConfigurationFile
  readonly #lastGood = new Map<string, ConfigurationFile>()

  constructor(files: Files, rules: readonly KnownRule[]) {
    this.#files = files
    this.#read = createReader(rules)
  }

  /** The nearest configuration, searching upwards from the document's folder; `null` if there is none. */
  async find(document: string): Promise<Found | null> {
    for (const folder of foldersAround(document)) {
      const addresses = configurationNames.map((name) => join(folder, name))
      const found = await Promise.all(addresses.map((address) => this.#look(address)))
      const index = found.findIndex((state) => state !== 'absent')
      const address = addresses[index]
      if (address === undefined) continue
      if (found[index] === 'unreadable') return unreadable(address)
      return this.load(address).catch(() => unreadable(address))
    }
    return null
  }

  /** The configuration of one file and everything it refers to; `null` if there is no such file. */
  async load(address: string): Promise<Found | null> {
    const loading = this.#begin(null, await this.#boundary(address))
    const configuration = await loading.resolve(normalizeAddress(address), [])
    if (configuration === null) return null
    for (const { file } of loading.loaded()) if (!isBroken(file)) this.#lastGood.set(file.address, file)
    return { configuration, files: loading.loaded().map(toFoundFile), addresses: loading.addresses() }
  }

  /** The problems in a text that is being edited. It takes effect only when it is saved. */
  async check(address: string, text: string): Promise<readonly Problem[]> {
    const own = normalizeAddress(address)
    const loading = this.#begin({ address: own, text }, await this.#boundary(own))
    await loading.resolve(own, [])
    const loaded = loading.loaded().find(({ file }) => file.address === own)
    return loaded === undefined ? [] : toFoundFile(loaded).problems
  }

  async #look(address: string): Promise<'present' | 'absent' | 'unreadable'> {
    try {
      if ((await this.#files.read(address)) !== null) return 'present'
    } catch {
      return 'unreadable'
    }
    this.#lastGood.delete(address)
    return 'absent'
  }

  async #boundary(address: string): Promise<string | null> {
    return (await this.#files.boundary?.(address)) ?? null
  }

  #begin(open: { readonly address: string; readonly text: string } | null, boundary: string | null): Loading {
    const read = async (address: string): Promise<Loaded | null> => {
      const text = address === open?.address ? open.text : await this.#files.read(address)
      if (text === null) {
        this.#lastGood.delete(address)
        return null
      }
      const file = this.#read(address, text)
      const inForce = isBroken(file) ? (this.#lastGood.get(address) ?? file) : file
      return { file, inForce, referenceProblems: [] }
    }
    return new Loading(read, boundary)
  }
}

/** A file that cannot be read has settings that nobody knows; that is said, and the defaults apply. */
function unreadable(address: string): Found {
  const message = sentence`This configuration cannot be read, so its settings do not apply. Make it a readable file inside the repository, or remove it.`
  const problem = error({ start: 0, end: 0 }, message)
  const file = { address, text: '', problems: [problem] }
  return { configuration: noConfiguration, files: [file], addresses: [address] }
}

/** A file, the version of it that is in force, and the problems in its references. */
interface Loaded {
  readonly file: ConfigurationFile
  readonly inForce: ConfigurationFile
  readonly referenceProblems: Problem[]
}

const maxFiles = 32
const maxExtends = 8

/** One traversal of a file and everything it refers to. Each file is read once. */
class Loading {
  readonly #read: (address: string) => Promise<Loaded | null>
  /** Everything that is read is inside this folder; null if it may be anywhere. */
  readonly #boundary: string | null
  readonly #loaded = new Map<string, Loaded>()
  readonly #resolved = new Map<string, TeamConfiguration | null>()

  constructor(read: (address: string) => Promise<Loaded | null>, boundary: string | null) {
    this.#read = read
    this.#boundary = boundary
  }

  loaded(): readonly Loaded[] {
    return [...this.#loaded.values()]
  }

  addresses(): readonly string[] {
    return [...this.#resolved.keys()]
  }

  async resolve(address: string, chain: readonly string[]): Promise<TeamConfiguration | null> {
    const known = this.#resolved.get(address)
    if (known !== undefined) return known
    const loaded = await this.#read(address)
    if (loaded === null) {
      this.#resolved.set(address, null)
      return null
    }
    this.#loaded.set(address, loaded)
    const { written } = loaded.inForce
    const { file } = loaded
    const follow = (reference: string, range: Range) =>
      this.#follow(reference, range, loaded, [...chain, address])

    const base =
      written.extends === undefined ? null : await follow(written.extends, rangeAt(file, 'extends'))
    const template = await this.#findBase(written.template, address, (reference) =>
      follow(reference, rangeAt(file, 'template')),
    )
    const bySeverity: Record<string, Template> = {}
    for (const [severity, reference] of Object.entries(written.templatesBySeverity ?? {})) {
      const referenced = await follow(reference, rangeAt(file, 'templatesBySeverity', severity))
      if (referenced !== null) bySeverity[severity] = referenced.ownTemplate
    }
    const overrideTemplates: (Template | null)[] = []
    for (const { template: reference } of written.overrides ?? []) {
      const referenced =
        reference === undefined ? null : await follow(reference, rangeOfOverride(file, reference))
      overrideTemplates.push(referenced?.ownTemplate ?? null)
    }
    const configuration = mergeConfiguration(base?.configuration ?? noConfiguration, written, {
      template,
      templatesBySeverity: bySeverity,
      overrideTemplates,
      folder: foldersAround(address)[0] ?? address,
    })
    this.#resolved.set(address, configuration)
    return configuration
  }

  /** The template that the file changes; `null` if it leaves the choice to others. */
  async #findBase(
    reference: string | undefined,
    address: string,
    follow: (reference: string) => Promise<Referenced | null>,
  ): Promise<Template | null> {
    if (reference === undefined) return null
    if (reference === noTemplate) return emptyTemplate(nameOf(address))
    return (await follow(reference))?.ownTemplate ?? null
  }

  /** Resolves a reference to its configuration and template; `null` once it is reported as broken. */
  async #follow(
    reference: string,
    range: Range,
    from: Loaded,
    chain: readonly string[],
  ): Promise<Referenced | null> {
    const refuse = (message: Sentence) => {
      // The ranges of an earlier version in force belong to a text that is gone.
      if (from.inForce === from.file) from.referenceProblems.push(error(range, message))
      return null
    }
    if (!isPath(reference)) {
      const template = findTemplate(reference)
      if (template === undefined)
        return refuse(sentence`There is no template ${quote(reference)}. Name another one.`)
      return { configuration: { ...noConfiguration, template }, ownTemplate: template }
    }
    const target = resolvePath(reference, from.file.address)
    if (target === null)
      return refuse(sentence`${quote(reference)} leads above the root folder. Correct the path.`)
    if (this.#boundary !== null && pathFrom(this.#boundary, target) === null)
      return refuse(sentence`${quote(reference)} leads out of the repository. Copy the file into it.`)
    if (chain.includes(target))
      return refuse(sentence`${quote(reference)} leads back to this file. Remove it.`)
    if (chain.length >= maxExtends || this.#loaded.size >= maxFiles) {
      return refuse(sentence`${quote(reference)} is one file too many. Merge some of the files.`)
    }
    const configuration = await this.resolve(target, chain).catch(() => 'unreadable' as const)
    if (configuration === 'unreadable')
      return refuse(sentence`${quote(reference)} cannot be read. Correct the path.`)
    if (configuration === null)
      return refuse(sentence`There is no file ${quote(reference)}. Correct the path.`)
    return { configuration, ownTemplate: templateOf(configuration, emptyTemplate(nameOf(target))) }
  }
}

interface Referenced {
  readonly configuration: TeamConfiguration
  readonly ownTemplate: Template
}

function toFoundFile({ file, inForce, referenceProblems }: Loaded): FoundFile {
  const problems = [...file.problems, ...referenceProblems].sort((a, b) => a.range.start - b.range.start)
  const first = problems.find(({ severity }) => severity === 'error')
  if (first === undefined) return { address: file.address, text: file.text, problems }
  const notice = information(
    first.range,
    inForce === file
      ? sentence`This file has errors. Until they are corrected, only its valid parts apply.`
      : sentence`This file has errors. Until they are corrected, its last valid version applies.`,
  )
  return { address: file.address, text: file.text, problems: [...problems, notice] }
}
