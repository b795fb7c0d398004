import { groupBy } from '../../lists/groupBy.ts'
import type { WrittenName } from './names.ts'

/** A name that several reports share. */
export interface CommonName<Name extends WrittenName> {
  readonly key: string
  readonly id: string | null
  /** The spelling that most of them use. */
  readonly text: string
  /** One for each report that has it. */
  readonly uses: readonly Name[]
}

/** The names that at least this share of the reports has, in the order that most of them have. */
export function findCommonNames<Name extends WrittenName>(
  reports: readonly (readonly Name[])[],
  minCount: number,
): readonly CommonName<Name>[] {
  const uses = groupBy(reports.flat(), ({ key }) => key)
  const common = [...uses].filter(([, each]) => each.length >= minCount).map(toCommonName)
  return inUsualOrder(common, reports)
}

function toCommonName<Name extends WrittenName>([key, uses]: [string, readonly Name[]]): CommonName<Name> {
  const correct = uses.filter(({ isMisspelt }) => !isMisspelt)
  return {
    key,
    uses,
    id: uses[0]?.id ?? null,
    text: findUsual((correct.length > 0 ? correct : uses).map(({ text }) => text)),
  }
}

/** The most frequent of the texts, of several the first. */
function findUsual(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const)[0]
}

/**
 * A name comes before those that it precedes in most reports with both. Mean positions alone would put a
 * section too early if the reports that have it lack others.
 */
function inUsualOrder<Name extends WrittenName>(
  common: readonly CommonName<Name>[],
  reports: readonly (readonly Name[])[],
): readonly CommonName<Name>[] {
  const keys = new Set(common.map(({ key }) => key))
  const orders = reports.map(
    (names) => new Map(names.filter(({ key }) => keys.has(key)).map(({ key }, index) => [key, index])),
  )
  const precedes = (one: string, other: string) => {
    let balance = 0
    for (const order of orders) {
      const [first, second] = [order.get(one), order.get(other)]
      if (first !== undefined && second !== undefined) balance += first < second ? 1 : -1
    }
    return balance > 0
  }
  const ranked = common.map((name) => ({
    name,
    followers: common.filter(({ key }) => key !== name.key && precedes(name.key, key)).length,
    position: meanPosition(name.key, orders),
  }))
  return ranked.sort((a, b) => b.followers - a.followers || a.position - b.position).map(({ name }) => name)
}

/** From 0 for the first name of every report to 1 for the last. */
function meanPosition(key: string, orders: readonly ReadonlyMap<string, number>[]): number {
  const positions = orders.flatMap((order) => {
    const index = order.get(key)
    return index === undefined ? [] : [index / Math.max(1, order.size - 1)]
  })
  return positions.reduce((sum, position) => sum + position, 0) / Math.max(1, positions.length)
}
