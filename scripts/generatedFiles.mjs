// What follows from the templates and the rules: snippets, pages, the schema of configuration, a style sheet, and parts of the manifest and the README.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { rulePages, rulesTable } from './rulePages.mjs'

/** The generated files as [path, text] pairs. */
export async function generatedFiles(root) {
  const source = await loadSource(root)
  return [
    ['snippets/postmortem.json', toJson(source.makeSnippets())],
    ['schemas/config.schema.json', toJson(source.makeJsonSchema(source.rules))],
    ['media/timeline.css', `/* biome-ignore-all format: generated */\n${source.pageStyle}\n`],
    ['package.json', toJson(withTemplates(readManifest(root), source.templates))],
    ['package.nls.json', toJson(withDescriptions(readTexts(root), source.templates))],
    ['README.md', withTable(readFileSync(join(root, 'README.md'), 'utf8'), rulesTable(source.rules))],
    ...rulePages(source.rules),
  ]
}

/** Templates and rules are TypeScript, which the oldest supported Node does not read by itself. */
async function loadSource(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: [
        "export { makeSnippets } from './server/src/templates/snippets.ts'",
        "export { templates } from './server/src/templates/index.ts'",
        "export { pageStyle } from './server/src/features/picture/timelinePictureStyle.ts'",
        "export { rules } from './server/src/rules/index.ts'",
        "export { makeJsonSchema } from './server/src/config/jsonSchema.ts'",
      ].join('\n'),
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

function readManifest(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

function withTemplates(manifest, templates) {
  const setting = manifest.contributes.configuration.properties['postmortem.template']
  setting.enum = templates.map((template) => template.id)
  setting.enumDescriptions = templates.map((template) => `%template.${template.id}%`)
  return manifest
}

function readTexts(root) {
  return JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'))
}

/** The texts of the manifest, with those that the templates bring along. */
function withDescriptions(texts, templates) {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('template.'))
  const described = templates.map((template) => [`template.${template.id}`, template.description])
  return Object.fromEntries([...others, ...described])
}

/** The table stands between two comments. */
function withTable(text, table) {
  const [before, after] = ['<!-- rules -->', '<!-- end of rules -->'].map((mark) => text.indexOf(mark))
  if (before === -1 || after === -1)
    throw new Error('README.md has lost the comments around its table of rules.')
  return `${text.slice(0, before)}<!-- rules -->\n\n${table}\n\n${text.slice(after)}`
}

function toJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}
