// What follows from the templates: the snippets, and the list of templates in the extension's manifest.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** The generated files as [path, text] pairs. */
export async function generatedFiles(root) {
  const source = await loadSource(root)
  return [
    ['snippets/postmortem.json', toJson(source.makeSnippets())],
    ['package.json', toJson(withTemplates(readManifest(root), source.templates))],
  ]
}

/** The templates are TypeScript, which the oldest supported Node does not read by itself. */
async function loadSource(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents:
        "export { makeSnippets } from './server/src/templates/snippets.ts'; export { templates } from './server/src/templates/index.ts'",
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
  setting.enumDescriptions = templates.map((template) => template.description)
  return manifest
}

function toJson(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}
