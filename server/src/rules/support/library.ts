import type { Related } from '../../checking/rule.ts'
import type { Comparable, Library } from '../../library/comparable.ts'
import { resolveLink } from '../../library/reportPath.ts'
import { sentence } from '../../messages/sentence.ts'
import type { Range } from '../../postmortem/lines/passage.ts'
import { perObject } from '../../postmortem/lines/perObject.ts'

/** Groups the incidents by each of their keys, in the order of the library. */
export function groupIncidents(
  keysOf: (incident: Comparable) => readonly string[],
): (library: Library) => ReadonlyMap<string, readonly Comparable[]> {
  return perObject((library: Library) => {
    const groups = new Map<string, Comparable[]>()
    for (const each of library) {
      for (const key of new Set(keysOf(each))) {
        const group = groups.get(key)
        if (group === undefined) groups.set(key, [each])
        else group.push(each)
      }
    }
    return groups
  })
}

/** A place in the other report that a finding is about. */
export function placeIn({ incident }: Comparable, range: Range): Related {
  return { message: sentence`The other report`, range, file: incident.file }
}

/** `INC-12` and `inc-12` are one id. */
export function idKey(id: string): string {
  return id.toLowerCase().replace(/\s+/g, '').replace(/^#/, '')
}

export const byId = groupIncidents(({ incident: { id } }) => (id === null ? [] : [idKey(id.value)]))

const byFile = groupIncidents(({ incident: { file } }) => [file])

/** The incidents that a report means by an id or a path. */
export function findNamed(name: string, { incident }: Comparable, library: Library): readonly Comparable[] {
  const paths = [name, `${name}.md`].map((each) => resolveLink(incident.file, each))
  return (
    [byId(library).get(idKey(name)), ...paths.map((path) => byFile(library).get(path))].find(
      (found) => found !== undefined,
    ) ?? []
  )
}

/** True if the report names the other one as related, or links to it anywhere. */
export function names(one: Comparable, other: Comparable, library: Library): boolean {
  return allNamed(library).get(one)?.has(other) ?? false
}

const allNamed = perObject(
  (library: Library): ReadonlyMap<Comparable, ReadonlySet<Comparable>> =>
    new Map(library.map((one) => [one, findAllNamed(one, library)])),
)

function findAllNamed(one: Comparable, library: Library): ReadonlySet<Comparable> {
  const { related, file } = one.incident
  return new Set([
    ...related.flatMap(({ value }) => findNamed(value, one, library)),
    ...one.links.flatMap((link) => byFile(library).get(resolveLink(file, link)) ?? []),
  ])
}
