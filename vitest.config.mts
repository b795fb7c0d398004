import { defineConfig } from 'vitest/config'

/** They try what must hold of any report on many random ones, or remove one rule of the source after the other. */
const properties = [
  'server/test/features/disableRule.test.ts',
  'server/test/editing/sectionMoves.test.ts',
  'server/test/library/page/page.test.ts',
  'server/test/lsp/lived/*.test.ts',
  'server/test/markdown/*.test.ts',
  'server/test/postmortem/anyText.test.ts',
  'server/test/readInSteps.test.ts',
  'server/test/rules/anyContent.test.ts',
  'server/test/rules/examples.test.ts',
  'server/test/rules/fixes.test.ts',
  'server/test/rules/timeFixes.test.ts',
]
/** They talk to the server as an editor does, or call the command line, within the process. */
const edges = ['server/test/lsp/**/*.test.ts', 'server/test/cli/**/*.test.ts']
/** They start programs: the command line, git, npm, a server. */
const programs = [
  'server/test/cli/process.test.ts',
  'server/test/cli/noNetwork.test.ts',
  'server/test/cli/known/since.test.ts',
  'server/test/lsp/clientWatch.test.ts',
  'server/test/lsp/stdio.test.ts',
  'server/test/repository/packaging.test.ts',
]
/** They compare processor times, so nothing runs beside them. */
const growth = ['server/test/checking/growth.test.ts', 'server/test/time/written/linear.test.ts']

export default defineConfig({
  test: {
    // Only a test that hangs takes this long. Properties are limited by their runs, and growth by processor time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The modules under test keep no state, so test files can share them. Workers are processes rather than
    // threads because processor time is counted for a whole process.
    pool: 'forks',
    isolate: false,
    projects: [
      // What is pure: to be run after every change, with `npx vitest run --project unit`.
      project('unit', ['server/test/**/*.test.ts'], {
        exclude: [...edges, ...properties, ...programs, ...growth],
        maxWorkers: '100%',
      }),
      project('edges', edges, { exclude: [...properties, ...programs], maxWorkers: '100%' }),
      project('properties', properties, { maxWorkers: '100%' }),
      project('programs', programs, { maxWorkers: '100%', sequence: { groupOrder: 1 } }),
      project('growth', growth, { maxWorkers: 1, sequence: { groupOrder: 2 } }),
    ],
  },
})

function project(name: string, include: string[], options: object) {
  return { extends: true as const, test: { name, include, ...options } }
}
