import type { Part, Template, TemplateSection } from '../templates/template.ts'
import type { WrittenConfiguration } from './configurationSchema.ts'
import type { WrittenSection } from './templateSchema.ts'

/** The template settings of one file. */
export type TemplateLayer = Pick<
  WrittenConfiguration,
  'id' | 'name' | 'description' | 'title' | 'words' | 'sections'
>

/** Applies the layers to a template in order, so that the last one wins. */
export function mergeTemplate(base: Template, layers: readonly TemplateLayer[]): Template {
  return layers.filter(changesTemplate).reduce(mergeLayer, base)
}

/** The base of a template file that extends nothing; it is named for the file. */
export function emptyTemplate(name: string): Template {
  const id = name.replace(/^\.|\.[a-z]+$/gi, '')
  return {
    id,
    name: humanize(id),
    description: '',
    title: 'Postmortem: {{what happened, in a few words}}',
    sections: [],
    words: null,
  }
}

function changesTemplate(layer: TemplateLayer): boolean {
  return [layer.id, layer.name, layer.description, layer.title, layer.words, layer.sections].some(
    (value) => value !== undefined,
  )
}

function mergeLayer(base: Template, layer: TemplateLayer): Template {
  return {
    ...base,
    id: layer.id ?? base.id,
    name: layer.name ?? base.name,
    description: layer.description ?? base.description,
    title: layer.title ?? base.title,
    words: layer.words === undefined ? base.words : layer.words,
    sections: mergeSections(base.sections, layer.sections ?? []),
  }
}

/**
 * A section that the template has keeps its place. A new one goes after the section before it in the file. If
 * it has none, it goes before the next section in the file that the template has, or else last.
 */
export function mergeSections(
  base: readonly TemplateSection[],
  written: readonly WrittenSection[],
): readonly TemplateSection[] {
  const sections = [...base]
  const baseIds = new Set(base.map(({ id }) => id))
  const indexOf = (id: string | undefined) => sections.findIndex((section) => section.id === id)
  for (const [at, section] of written.entries()) {
    const index = indexOf(section.id)
    if (index >= 0) {
      sections[index] = mergeSection(sections[index] as TemplateSection, section)
      continue
    }
    const before = indexOf(written[at - 1]?.id)
    // Only the first one has no section before it: every other one follows one that is there by now.
    const next = at > 0 ? undefined : written.find(({ id }) => baseIds.has(id))
    const after = next === undefined ? sections.length : indexOf(next.id)
    sections.splice(before >= 0 ? before + 1 : after, 0, newSection(section))
  }
  return sections
}

function mergeSection(base: TemplateSection, written: WrittenSection): TemplateSection {
  const title = written.title ?? base.title
  // Authors may still use the section's previous title.
  const aliases = [...(written.aliases ?? []), ...base.aliases, ...(title === base.title ? [] : [base.title])]
  return {
    ...base,
    title,
    aliases: [...new Set(aliases)],
    required: written.required ?? base.required,
    ...choicesOf(written),
    guidance: written.guidance ?? base.guidance,
    body: written.body === undefined ? base.body : toParts(written.body),
  }
}

function newSection(written: WrittenSection): TemplateSection {
  const { id, title, aliases, required, guidance, body } = written
  return {
    id,
    title: title ?? humanize(id),
    aliases: aliases ?? [],
    required: required ?? true,
    ...choicesOf(written),
    guidance: guidance ?? '',
    body: toParts(body ?? '{{what belongs here}}'),
  }
}

/** What is not written is absent, and so does not replace what the section has. */
function choicesOf({
  alternatives,
  audience,
}: WrittenSection): Pick<TemplateSection, 'alternatives' | 'audience'> {
  return {
    ...(alternatives !== undefined && { alternatives }),
    ...(audience !== undefined && { audience }),
  }
}

/** Blank lines separate the paragraphs of a text. */
function toParts(body: string | readonly Part[]): readonly Part[] {
  if (typeof body !== 'string') return body
  return body
    .split(/\n[ \t]*\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'paragraph', text }))
}

function humanize(id: string): string {
  const words = id.replace(/[-._]+/g, ' ').trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
