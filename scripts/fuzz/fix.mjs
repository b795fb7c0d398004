import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../steps.mjs'
import { report } from './material.mjs'

const misspelt = report.replace('## Timeline', '## Timelien')
const kinds = ['plain', 'linked', 'hard', 'outside', 'readonly', 'bytes', 'windows']

/** `--fix` among links, permissions and kills: every file is as it was or as it should be, and nothing else changes. */
export async function createKind() {
  return {
    make: (random) => ({
      files: Array.from({ length: 1 + random.below(6) }, () => random.pick(kinds)),
      runs: 1 + random.below(3),
      killAfter: random.chance(0.5) ? 60 + random.below(500) : 0,
    }),
    check: async ({ files, runs, killAfter }) => {
      const home = mkdtempSync(join(tmpdir(), 'postmortem-fuzz-'))
      try {
        return await fixFolder(home, files, runs, killAfter)
      } finally {
        rmSync(home, { recursive: true, force: true })
      }
    },
  }
}

async function fixFolder(home, files, runs, killAfter) {
  const [folder, outside] = [join(home, 'reports'), join(home, 'outside')]
  mkdirSync(folder)
  mkdirSync(outside)
  const made = files.map((kind, index) => makeFile(kind, index, folder, outside))
  const before = namesIn(home)
  const children = Array.from({ length: Math.max(1, runs) }, () =>
    spawn(process.execPath, [join(root, 'dist/cli.js'), 'lint', '--fix', '.'], {
      cwd: folder,
      stdio: 'ignore',
    }),
  )
  const endings = children.map((child) => once(child, 'exit'))
  if (killAfter > 0) setTimeout(() => children[0].kill('SIGKILL'), killAfter)
  const statuses = await Promise.all(endings)
  const wrong = made.map(findDamage).find((damage) => damage !== null)
  if (wrong !== undefined) return wrong
  // A run that is killed may leave one temporary file behind; any other leaves none.
  const stray = namesIn(home).filter((name) => !before.includes(name))
  const isKilled = statuses.some(([, signal]) => signal !== null)
  return stray.length > (isKilled ? 1 : 0) ? `files are left behind: ${stray.join(', ')}` : null
}

function makeFile(kind, index, folder, outside) {
  const path = join(folder, `${index}.md`)
  const text = kind === 'windows' ? misspelt.replaceAll('\n', '\r\n') : misspelt
  const bytes =
    kind === 'bytes' ? Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe])]) : Buffer.from(text)
  const fixed = Buffer.from(text.replace('Timelien', 'Timeline'))
  const target = { linked: join(folder, `${index}.txt`), outside: join(outside, `${index}.md`) }[kind] ?? path
  writeFileSync(target, bytes)
  if (target !== path) symlinkSync(target, path)
  const other = kind === 'hard' ? join(outside, `${index}.md`) : null
  if (other !== null) linkSync(path, other)
  if (kind === 'readonly') chmodSync(path, 0o444)
  return { kind, path, target, other, bytes, fixed, mode: lstatSync(target).mode, isLink: target !== path }
}

function findDamage({ kind, path, target, other, bytes, fixed, mode, isLink }) {
  const now = readFileSync(target)
  const mayBeFixed = kind !== 'outside' && kind !== 'bytes'
  if (!now.equals(bytes) && !(mayBeFixed && now.equals(fixed)))
    return `a ${kind} file is neither as it was nor as it should be`
  if (lstatSync(path).isSymbolicLink() !== isLink)
    return `a ${kind} file is no longer the link that it was, or has become one`
  if (lstatSync(target).mode !== mode) return `a ${kind} file has another mode`
  if (other !== null && !readFileSync(other).equals(now)) return 'the names of a file are two files now'
  return null
}

function namesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
}
