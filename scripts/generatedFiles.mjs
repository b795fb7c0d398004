// The files made from the templates and the rules: snippets, pages, the configuration schema, a style sheet, and parts
// of the manifest.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSource } from './loadSource.mjs'
import { rulePages } from './rulePages.mjs'
import { root } from './steps.mjs'
import { thirdPartyFiles } from './thirdParty.mjs'

/** The generated files as [path, text] pairs. */
export async function generatedFiles() {
  const source = await loadSource({
    'server/src/templates/snippets.ts': ['makeSnippets'],
    'server/src/templates/index.ts': ['templates'],
    'server/src/programs/tools.ts': ['tools'],
    'server/src/programs/tool.ts': ['describeArguments'],
    'server/src/features/picture/pictureStyle.ts': ['pageStyle'],
    'server/src/rules/index.ts': ['rules'],
    'server/src/config/jsonSchema.ts': ['makeJsonSchema'],
    'server/src/config/ruleSchema.ts': ['ruleLevels'],
  })
  return [
    ['snippets/postmortem.json', toJson(source.makeSnippets())],
    // Editors read it, so it takes no more room in the package than it has to.
    ['schemas/config.schema.json', `${JSON.stringify(source.makeJsonSchema(source.rules))}\n`],
    ['media/pictures.css', `/* biome-ignore-all format: generated */\n${source.pageStyle}\n`],
    ['package.json', toJson(makeManifest(source))],
    ['package.nls.json', toJson(makeTexts(source))],
    ...languages().map((language) => [
      `package.nls.${language}.json`,
      toJson(withTranslations(language, source.rules)),
    ]),
    ...rulePages(source.rules),
    ...(await thirdPartyFiles()),
  ]
}

function makeManifest(source) {
  const manifest = readJson('package.json')
  return withTools(withRules(withTemplates(manifest, source.templates), source), source)
}

function makeTexts({ templates, rules, tools }) {
  const texts = readJson('package.nls.json')
  return withSummaries(withTitles(withDescriptions(texts, templates), tools), rules)
}

function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}

function languages() {
  return readdirSync(root).flatMap((name) => /^package\.nls\.(\w[\w-]*)\.json$/.exec(name)?.[1] ?? [])
}

function withTemplates(manifest, templates) {
  const setting = manifest.contributes.configuration.properties['postmortem.template']
  const values = ['auto', ...templates.map((template) => template.id)]
  setting.enum = values
  setting.enumDescriptions = values.map((value) => `%template.${value}%`)
  return manifest
}

/** With these the settings complete the ids of rules and their severities. */
function withRules(manifest, { rules, ruleLevels }) {
  const setting = manifest.contributes.configuration.properties['postmortem.rules']
  const entries = rules.map(({ id }) => [id, { enum: ruleLevels, description: `%rule.${id}%` }])
  setting.properties = Object.fromEntries(entries)
  setting.additionalProperties = false
  return manifest
}

/** The tools of `postmortem mcp`, for language models in the editor. */
function withTools(manifest, { tools, describeArguments }) {
  manifest.contributes.languageModelTools = tools.map((tool) => ({
    name: `postmortem_${tool.name}`,
    displayName: `%tool.${tool.name}%`,
    modelDescription: tool.description,
    canBeReferencedInPrompt: true,
    toolReferenceName: `postmortem_${tool.name}`.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
    tags: ['postmortem'],
    inputSchema: describeArguments(tool),
  }))
  return manifest
}

/** Replaces the titles of the tools among the texts of the manifest. */
function withTitles(texts, tools) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('tool.'))
  return Object.fromEntries([...others, ...tools.map(({ name, title }) => [`tool.${name}`, title])])
}

/** Replaces what the texts of the manifest say about each rule. */
function withSummaries(texts, rules, translate = (summary) => summary) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('rule.'))
  return Object.fromEntries([
    ...others,
    ...rules.map(({ id, summary }) => [`rule.${id}`, translate(summary)]),
  ])
}

/** The summaries are translated once, among the messages. */
function withTranslations(language, rules) {
  const messages = readJson(`l10n/bundle.l10n.${language}.json`)
  return withSummaries(
    readJson(`package.nls.${language}.json`),
    rules,
    (summary) => messages[summary] ?? summary,
  )
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
