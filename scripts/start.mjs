// Turns a fresh clone into an extension that can be tried: `npm start -- [--open]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { install, node, npm, requireNode, root, step } from './steps.mjs'

requireNode()
install()
step('Build the bundles and pack the extension', () => npm('run', '--silent', 'package'))
step('Lint the example reports (draft.md is unfinished on purpose)', () => {
  const status = node('dist/cli.js', 'lint', 'examples')
  // Status 1 means warnings, which the draft has on purpose.
  return status === 1 ? 0 : status
})

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
console.log(`
Packed: postmortem-${version}.vsix

  Install it in VS Code:    code --install-extension postmortem-${version}.vsix
  Try it without that:      npm start -- --open
  Check a report:           node dist/cli.js lint examples/draft.md
  Any other editor:         node dist/server.js --stdio
`)

if (process.argv.includes('--open')) {
  const { copyExamples, openEditor } = await import('./open-editor.mjs')
  await openEditor(join(copyExamples(), 'draft.md'))
}
