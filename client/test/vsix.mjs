// The packed extension that every real-editor test installs: never the source tree.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `npm run package` makes, or what POSTMORTEM_TEST_VSIX names. */
export function findVsix() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const file = path.resolve(process.env.POSTMORTEM_TEST_VSIX ?? path.join(root, `postmortem-${version}.vsix`))
  if (existsSync(file)) return file
  throw new Error(`There is no ${file}. Make it with \`npm run package\`.`)
}
