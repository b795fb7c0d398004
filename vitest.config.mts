import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/test/**/*.test.ts'],
    // Only a test that hangs takes this long. Properties are limited by their runs, and growth by processor time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The modules under test keep no state, so test files can share them. Workers are processes rather than
    // threads because processor time is counted for a whole process.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
  },
})
