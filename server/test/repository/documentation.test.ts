import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const budget = 1.5 * 1024 * 1024

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'STYLE.md',
  'client/README.md',
  ...list('docs', '.md'),
]
const texts = new Map(pages.map((page) => [page, readFileSync(join(root, page), 'utf8')]))

describe('the documentation', () => {
  it('names every command in the palette, with a link to its description', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const titles = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'))
    const hidden = contributes.menus.commandPalette
      .filter(({ when }: { when: string }) => when === 'false')
      .map(({ command }: { command: string }) => command)
    const offered = contributes.commands
      .filter(({ command }: { command: string }) => !hidden.includes(command))
      .map(({ title }: { title: string }) => titles[title.slice(1, -1)] as string)
    for (const title of offered) {
      expect(rowOf(title), title).toMatch(/\(docs\/editor\.md#[a-z-]+\)/)
    }
  })

  it('has no broken links', () => {
    const dead = [...texts].flatMap(([page, text]) =>
      targetsOf(text)
        .filter((target) => !isThere(page, target))
        .map((target) => `${page} → ${target}`),
    )
    expect(dead).toEqual([])
  })

  it('shows every picture in the repository, within a size budget', () => {
    const shown = [...texts].flatMap(([page, text]) =>
      targetsOf(text).map((target) => normalize(join(dirname(page), target))),
    )
    const pictures = list('images', '.png').filter((image) => image !== join('images', 'icon.png'))
    expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([])
    const size = pictures.reduce((sum, picture) => sum + statSync(join(root, picture)).size, 0)
    expect(size).toBeLessThan(budget)
  })
})

function list(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
}

/** The row in the README's table of commands. */
function rowOf(title: string): string {
  const rows = texts.get('README.md')!.split('\n')
  return rows.find((row) => row.startsWith('| [*') && row.includes(title)) ?? ''
}

/** The targets of links and pictures within this repository. */
function targetsOf(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
  const matches = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
  return matches
    .map(([, address, source]) => address ?? source ?? '')
    .filter((address) => !/^[a-z]+:/.test(address))
}

function isThere(page: string, target: string): boolean {
  const [file = '', heading] = target.split('#')
  const path = file === '' ? page : normalize(join(dirname(page), file))
  if (!existsSync(join(root, path))) return false
  if (heading === undefined) return true
  const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].some(([, title = '']) => slugOf(title) === heading)
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-')
}
