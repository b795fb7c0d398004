// The files made from the templates and the rules: snippets, pages, the configuration schema, a style sheet, and parts
// of the manifest.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSource } from './loadSource.mjs'
import { rulePages } from './rulePages.mjs'
import { root } from './steps.mjs'

/** The generated files as [path, text] pairs. */
export async function generatedFiles() {
  const source = await loadSource({
    'server/src/templates/snippets.ts': ['makeSnippets'],
    'server/src/templates/index.ts': ['templates'],
    'server/src/features/picture/timelinePictureStyle.ts': ['pageStyle'],
    'server/src/rules/index.ts': ['rules'],
    'server/src/config/jsonSchema.ts': ['makeJsonSchema'],
  })
  return [
    ['snippets/postmortem.json', toJson(source.makeSnippets())],
    ['schemas/config.schema.json', toJson(source.makeJsonSchema(source.rules))],
    ['media/timeline.css', `/* biome-ignore-all format: generated */\n${source.pageStyle}\n`],
    ['package.json', toJson(withTemplates(readManifest(), source.templates))],
    ['package.nls.json', toJson(withDescriptions(readTexts(), source.templates))],
    ...rulePages(source.rules),
  ]
}

function readManifest() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

function withTemplates(manifest, templates) {
  const setting = manifest.contributes.configuration.properties['postmortem.template']
  const values = ['auto', ...templates.map((template) => template.id)]
  setting.enum = values
  setting.enumDescriptions = values.map((value) => `%template.${value}%`)
  return manifest
}

function readTexts() {
  return JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'))
}

/** Replaces the descriptions of the templates among the texts of the manifest. */
function withDescriptions(texts, templates) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('template.'))
  const described = templates.map((template) => [`template.${template.id}`, template.description])
  return Object.fromEntries([...others, ['template.auto', texts['template.auto']], ...described])
}

function toJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}
