import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['server/test/**/*.test.ts', 'scripts/**/*.test.ts'], testTimeout: 20_000 },
})
