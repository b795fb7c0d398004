import { defineConfig } from 'vitest/config'

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
      project('unit', ['server/test/**/*.test.ts'], {
        exclude: [...programs, ...growth],
        maxWorkers: '100%',
      }),
      project('programs', programs, { maxWorkers: '100%', sequence: { groupOrder: 1 } }),
      project('growth', growth, { maxWorkers: 1, sequence: { groupOrder: 2 } }),
    ],
  },
})

function project(name: string, include: string[], options: object) {
  return { extends: true as const, test: { name, include, ...options } }
}
