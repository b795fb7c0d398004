import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describePackage } from '../../../scripts/thirdParty.mjs'

const root = resolve(import.meta.dirname, '../../..')
const bill = JSON.parse(readFileSync(join(root, 'sbom.cdx.json'), 'utf8'))
const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), 'utf8')

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly licenses: readonly { readonly license: { readonly id: string } }[]
  readonly hashes: readonly { readonly alg: string; readonly content: string }[]
}
const components: readonly Component[] = bill.components

describe('the packages in the bundles', () => {
  it('are all named with their licence in the notices and in the bill of materials', () => {
    expect(components.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'micromark',
        'vscode-languageserver',
        'vscode-languageclient',
        'yaml',
        'valibot',
      ]),
    )
    for (const { name, version, licenses, hashes } of components) {
      expect(notices).toContain(`\n${name} ${version} (${licenses[0]?.license.id})\n`)
      expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }])
    }
  })

  it('depend on one another only', () => {
    const refs = [bill.metadata.component['bom-ref'], ...components.map((each) => each['bom-ref'])]
    for (const { ref, dependsOn } of bill.dependencies)
      expect(refs).toEqual(expect.arrayContaining([ref, ...dependsOn]))
    expect(bill.dependencies).toHaveLength(refs.length)
  })

  it.each([
    [{ license: 'ISC' }, 'ISC'],
    [{ licenses: [{ type: 'MIT' }] }, 'MIT'],
  ])('may have a licence that is on the list: %o', (manifest, license) => {
    expect(describePackage(makePackage(manifest))).toMatchObject({
      name: 'some-package',
      license,
      text: 'The text.',
    })
  })

  it.each([{ license: 'AGPL-3.0' }, {}])('may have no other licence: %o', (manifest) => {
    expect(() => describePackage(makePackage(manifest))).toThrow('is not among those permitted')
  })
})

/** The path of a package, from the root of the repository. */
function makePackage(manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'some-package', version: '1.0.0', ...manifest }),
  )
  writeFileSync(join(folder, 'LICENSE'), 'The text.\n')
  return relative(root, folder)
}
