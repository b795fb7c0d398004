import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { listFiles, PackageManager } from '@vscode/vsce'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules/index.ts'

const root = resolve(import.meta.dirname, '../../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const languages = readdirSync(join(root, 'l10n')).map((file) => file.split('.')[2])

describe('the package for Node.js', () => {
  it('contains exactly these files, and none of the extension', () => {
    const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' } as const
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], options)
    const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(stdout)
    expect(files.map(({ path }) => path).sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist/cli.js',
      'dist/server.js',
      'docs/configuration.md',
      'docs/rules/README.md',
      ...rules.map(({ id }) => `docs/rules/${id}.md`).sort(),
      ...languages.map((language) => `l10n/bundle.l10n.${language}.json`),
      'package.json',
      'schemas/config.schema.json',
      'schemas/inspect.schema.json',
      'skills/postmortem/SKILL.md',
    ])
  })
})

describe('the packed extension', () => {
  it('contains exactly these files', async () => {
    expect(await listPacked()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'THIRD-PARTY-NOTICES.txt',
      'dist/README.md',
      'dist/client.browser.js',
      'dist/client.js',
      'dist/preview.js',
      'dist/server.browser.js',
      'dist/server.js',
      'dist/tools.js',
      'docs/rules/README.md',
      ...rules.map(({ id }) => `docs/rules/${id}.md`).sort(),
      'images/icon.png',
      ...languages.map((language) => `l10n/bundle.l10n.${language}.json`),
      'media/incidents.css',
      'media/incidents.js',
      'media/incidents.svg',
      'media/pictures.css',
      'media/pictures.js',
      ...['begin', 'fill', 'share', 'timeline'].map((name) => `media/walkthrough/${name}.svg`),
      'package.json',
      ...languages.map((language) => `package.nls.${language}.json`),
      'package.nls.json',
      'sbom.cdx.json',
      'schemas/config.schema.json',
      'snippets/postmortem.json',
      'syntaxes/suppression.injection.json',
    ])
  })

  it('has an icon that is a PNG of at least 128 pixels', () => {
    const icon = readFileSync(join(root, manifest.icon))
    expect(icon.subarray(1, 4).toString()).toBe('PNG')
    expect(icon.readUInt32BE(16)).toBeGreaterThanOrEqual(128)
    expect(icon.readUInt32BE(20)).toBe(icon.readUInt32BE(16))
  })

  it('names only commands that exist in its menus', () => {
    const commands = manifest.contributes.commands.map((each: { command: string }) => each.command)
    const used = Object.values<{ command: string }[]>(manifest.contributes.menus).flat()
    for (const { command } of used) expect(commands).toContain(command)
  })

  it('has a picture for each step of its walkthrough, and offers only commands there that exist', () => {
    const commands = manifest.contributes.commands.map((each: { command: string }) => each.command)
    const steps = manifest.contributes.walkthroughs.flatMap((each: { steps: unknown[] }) => each.steps)
    for (const { media, description } of steps) {
      const picture = readFileSync(join(root, media.svg), 'utf8')
      expect(picture).toMatch(/^<svg [^>]*role="img"/)
      // The walkthrough page removes style sheets and style attributes.
      expect(picture).not.toMatch(/<style|\s(?:style|class)=/)
      for (const texts of ['package.nls.json', 'package.nls.de.json', 'package.nls.fr.json']) {
        const shown: string = JSON.parse(readFileSync(join(root, texts), 'utf8'))[description.slice(1, -1)]
        const offered = [...shown.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command)
        expect(offered.length, texts).toBeGreaterThan(0)
        expect(commands).toEqual(expect.arrayContaining(offered))
        // The walkthrough page shows backquotes as they are.
        expect(shown).not.toContain('`')
      }
    }
    expect(steps).toHaveLength(4)
  })

  it('has a lockfile that names a version of each package, for every platform, and no download address', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    const entries = Object.entries<{ version?: string; link?: boolean; resolved?: string }>(packages)
    expect(entries.filter(([, { version, link }]) => !version && !link)).toEqual([])
    expect(entries.filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([])
  })
})

/** Folders that are never packed. The packer would match each file name in them against each pattern. */
const skippedFolders = ['.git', 'node_modules', 'out']

/** Runs the packer on empty files with the names of the project's files. */
async function listPacked(): Promise<readonly string[]> {
  const names = mkdtempSync(join(tmpdir(), 'postmortem-names-'))
  try {
    copyNames(root, names)
    for (const file of ['package.json', '.vscodeignore']) copyFileSync(join(root, file), join(names, file))
    // The packer takes the path of the README, too, although the type of its options does not have it.
    const options = { cwd: names, packageManager: PackageManager.None, readmePath: 'dist/README.md' }
    return (await listFiles(options)).sort()
  } finally {
    rmSync(names, { recursive: true })
  }
}

function copyNames(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (skippedFolders.includes(entry.name)) continue
    const copy = join(to, entry.name)
    if (entry.isDirectory()) {
      mkdirSync(copy)
      copyNames(join(from, entry.name), copy)
    } else writeFileSync(copy, '')
  }
}
