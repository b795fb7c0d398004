// What test files import as `vitest` while mutants are tried: their tests are kept, to be run one by one.
export { expect, vi } from 'vitest'

const scopes = [{ names: [], before: [], after: [] }]
export const tests = []
let finish = []

export function describe(name, fill) {
  const parent = scopes.at(-1)
  scopes.push({ names: [...parent.names, name], before: [...parent.before], after: [...parent.after] })
  fill()
  scopes.pop()
}

export function it(name, run) {
  const scope = scopes.at(-1)
  if (typeof run === 'function') tests.push({ name: [...scope.names, name].join(' › '), run, scope })
}

const each =
  (define) =>
  (rows) =>
  (name, run, ...rest) => {
    for (const [index, row] of rows.entries()) {
      const values = Array.isArray(row) ? row : [row]
      define(`${name} [${index}]`, () => run(...values), ...rest)
    }
  }
for (const define of [describe, it]) {
  define.each = each(define)
  define.skipIf = (isSkipped) => (isSkipped ? Object.assign(() => {}, { each: () => () => {} }) : define)
}
const hook = (moment) => (run) => scopes.at(-1)[moment].push(run)
export const beforeEach = hook('before')
export const afterEach = hook('after')
export const beforeAll = hook('before')
export const afterAll = hook('after')
export const onTestFinished = (run) => finish.push(run)

/** Rejects if the test fails. */
export async function runTest({ run, scope }) {
  finish = []
  try {
    for (const each of scope.before) await each()
    await run()
  } finally {
    for (const each of [...finish, ...scope.after]) await each()
  }
}
