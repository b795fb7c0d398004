// Opens a report in real editors that are not VS Code: `npm run test:editors [NAME…]`. Each one has to show the
// findings, apply a quick fix and list the symbols. An editor that is not installed counts as a failure. Helix is a
// package neither of Debian 12 nor of npm. Kakoune is one of Debian's, but it speaks to no language server without
// kakoune-lsp, which is not.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './steps.mjs'

/** How each editor runs a script without a window. The arguments are for the script. */
const editors = {
  neovim: (given) => [
    'nvim',
    '--clean',
    '--headless',
    ...given,
    '-S',
    join(root, 'scripts/editors/neovim.lua'),
  ],
  emacs: (given) => [
    'emacs',
    '--no-init-file',
    '--batch',
    '--load',
    join(root, 'scripts/editors/emacs.el'),
    ...given,
  ],
}

/** The characters before the misspelt title are longer in one encoding than in another. */
const report = `# Postmortem: Zürich 😀

## Issue Summary

The shop in Zürich 😀 was down from 13:10 to 14:00 UTC on February 3, 2026.

## 😀 Timelien

- 13:10 UTC – 😀 An alert reported it.
- 14:00 UTC – A rollback resolved it.

## Root Cause and Resolution

A limit was too low.
`

const folder = mkdtempSync(join(tmpdir(), 'postmortem-editors-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const tally = { passed: 0, failed: 0 }
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(editors)

for (const name of chosen) {
  const seen = runEditor(name)
  check(`${name}: findings arrive`, () => seen.findings?.some((each) => each.includes('is missing')), seen)
  check(
    `${name}: a quick fix is applied`,
    () => seen.text.includes('## 😀 Timeline\n') && seen.after.length < seen.findings.length,
    seen,
  )
  check(`${name}: nothing else is changed`, () => seen.text === report.replace('Timelien', 'Timeline'), seen)
  check(`${name}: symbols are listed`, () => seen.symbols.some((each) => each.includes('Timeline')), seen)
}
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed > 0 ? 1 : 0

function runEditor(name) {
  const home = join(folder, name)
  mkdirSync(join(home, '.git'), { recursive: true })
  const [file, result] = [join(home, 'report.md'), join(home, 'seen.json')]
  writeFileSync(file, report)
  const [command, ...args] = editors[name]([file, result, process.execPath, join(root, 'dist/cli.js')])
  const outcome = spawnSync(command, args, {
    cwd: home,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home },
    encoding: 'utf8',
    timeout: 90_000,
  })
  if (outcome.error) return { error: `${command}: ${outcome.error.message}` }
  const seen = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : { error: outcome.stderr }
  return { ...seen, text: readFileSync(file, 'utf8') }
}

function check(title, isFine, seen) {
  let passes = false
  try {
    passes = isFine() === true && seen.error === undefined
  } catch {}
  tally[passes ? 'passed' : 'failed'] += 1
  console.log(`  ${passes ? '✓' : '✗'} ${title}`)
  if (!passes) console.log(`      ${JSON.stringify(seen, null, 2).replaceAll('\n', '\n      ')}`)
}
