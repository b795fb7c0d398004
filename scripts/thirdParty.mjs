// What the bundles contain of other people's packages: their licences for whoever uses the extension, and a bill of
// materials for whoever has to know what is in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundlesOf } from './bundles.mjs'
import { root } from './steps.mjs'

/** A package under any other licence is not bundled before somebody has read the licence. */
const permitted = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '0BSD',
])

/** The generated files as [path, text] pairs. */
export async function thirdPartyFiles() {
  const packages = await bundledPackages()
  return [
    ['THIRD-PARTY-NOTICES.txt', notices(packages)],
    // Programs read it, so it takes no more room in the package than it has to.
    ['sbom.cdx.json', `${JSON.stringify(billOfMaterials(packages))}\n`],
  ]
}

/** The packages of which at least one byte is in a bundle, by name and version. */
async function bundledPackages() {
  const results = await Promise.all(
    bundlesOf({ watch: false }).map((bundle) => build({ ...bundle, write: false, metafile: true })),
  )
  const folders = new Set(
    results.flatMap(({ metafile }) =>
      Object.values(metafile.outputs).flatMap(({ inputs }) =>
        Object.entries(inputs)
          .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
          .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
      ),
    ),
  )
  const { packages: locked } = readJson('package-lock.json')
  return [...folders]
    .map((folder) => describePackage(folder, locked[folder]))
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

export function describePackage(folder, locked = {}) {
  const { name, version, license, licenses, dependencies = {} } = readJson(join(folder, 'package.json'))
  const id = license?.type ?? license ?? licenses?.[0]?.type
  if (!permitted.has(id))
    throw new Error(`${name} is under the licence ${id}, which is not among those permitted.`)
  return {
    name,
    version,
    license: id,
    text: licenceText(folder),
    dependencies: Object.keys(dependencies),
    integrity: locked.integrity,
  }
}

/** Null for a package that comes without the text of its licence. */
function licenceText(folder) {
  const file = readdirSync(join(root, folder)).find((name) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(name))
  return file === undefined
    ? null
    : readFileSync(join(root, folder, file), 'utf8')
        .replaceAll('\r\n', '\n')
        .trim()
}

/** Packages with the same text share one entry. */
function notices(packages) {
  const byText = groupBy(packages, noticeOf)
  const entries = [...byText].map(([text, named]) => {
    const names = named.map(({ name, version, license }) => `${name} ${version} (${license})`)
    return `${names.join('\n')}\n\n${text}\n`
  })
  const rule = `\n${'-'.repeat(80)}\n\n`
  const head = `The extension and the command line contain code of ${packages.length} packages, under these licences.\n`
  return [head, ...entries].join(rule)
}

function noticeOf({ text, license }) {
  return text ?? `The package comes without the text of its licence. Its package.json names ${license}.`
}

/** CycloneDX, without a date or a serial number: the same bundles have the same bill. */
function billOfMaterials(packages) {
  const { name, version, license } = readJson('package.json')
  const own = `pkg:npm/${name}@${version}`
  const refs = new Map(packages.map((each) => [each.name, refOf(each)]))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name,
        version,
        licenses: [{ license: { id: license } }],
      },
    },
    components: packages.map((each) => ({
      type: 'library',
      'bom-ref': refOf(each),
      name: each.name,
      version: each.version,
      purl: refOf(each),
      licenses: [{ license: { id: each.license } }],
      ...(each.integrity && { hashes: [hashOf(each.integrity)] }),
    })),
    dependencies: [
      { ref: own, dependsOn: [...refs.values()] },
      ...packages.map((each) => ({
        ref: refOf(each),
        dependsOn: each.dependencies.flatMap((dependency) => refs.get(dependency) ?? []).sort(compare),
      })),
    ],
  }
}

function refOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function hashOf(integrity) {
  const [algorithm, digest] = integrity.split(' ')[0].split('-')
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  }
}

function groupBy(items, keyOf) {
  const groups = new Map()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
