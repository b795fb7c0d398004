import { defaultSettings } from '@postmortem/shared/settings'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSettingsReader } from '../../src/lsp/settings.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function readerOf(getConfiguration: () => Promise<unknown>) {
  const warnings: string[] = []
  const connection = {
    workspace: { getConfiguration },
    console: { warn: (text: string) => warnings.push(text) },
  }
  type Editor = Parameters<typeof createSettingsReader>[0]
  const editor = { connection, support: { configuration: true } } as unknown as Editor
  return { read: createSettingsReader(editor), warnings }
}

it('goes by the defaults if an editor never says what its settings are', async () => {
  const { read, warnings } = readerOf(() => new Promise(() => {}))
  const settings = read('file:///report.md')
  await vi.advanceTimersByTimeAsync(5000)
  expect(await settings).toEqual(defaultSettings)
  expect(warnings).toEqual([expect.stringContaining('The editor does not answer.')])
})

it('waits for an editor that is slow', async () => {
  const late = new Promise((resolve) => setTimeout(() => resolve({ template: 'public' }), 4000))
  const { read, warnings } = readerOf(() => late)
  const settings = read('file:///report.md')
  await vi.advanceTimersByTimeAsync(4000)
  expect((await settings).template).toBe('public')
  expect(warnings).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
