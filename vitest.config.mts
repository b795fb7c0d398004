import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/test/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 20_000,
    // The modules under test keep no state, so the files share them; and every core works. In processes of
    // their own they can tell the time that they take from the time that they wait.
    pool: 'forks',
    isolate: false,
    maxWorkers: '100%',
  },
})
