import { defaultSettings } from '@postmortem/shared/settings'
import { describe, expect, it } from 'vitest'
import { type DocumentConfiguration, DocumentConfigurations } from '../../src/lsp/documentConfigurations.ts'

const report = 'file:///team/report.md'

/** Configurations whose answers arrive when the test says so, in any order. */
function start() {
  const answers: ((configuration: DocumentConfiguration) => void)[] = []
  const applied: string[] = []
  const configurations = new DocumentConfigurations(
    () => new Promise((resolve) => answers.push(resolve)),
    (_, { settings }) => applied.push(settings.template),
  )
  const answer = (index: number, template: string) =>
    answers[index]!({ settings: { ...defaultSettings, template }, found: null })
  return { configurations, answer, applied }
}

describe('the configuration of a document', () => {
  it('is the latest one that was asked for, whichever answer arrives first', async () => {
    const { configurations, answer, applied } = start()
    const readings = [configurations.refresh(report), configurations.refresh(report)]
    answer(1, 'new')
    answer(0, 'old')
    await Promise.all(readings)
    expect(applied).toEqual(['new'])
  })

  it('settles when the latest one is applied', async () => {
    const { configurations, answer, applied } = start()
    void configurations.refresh(report)
    const settled = configurations.whenSettled(report)
    void configurations.refresh(report)
    answer(0, 'old')
    answer(1, 'new')
    await settled
    expect(applied).toEqual(['new'])
  })

  it('is settled where nothing was asked', async () => {
    const { configurations } = start()
    await expect(configurations.whenSettled(report)).resolves.toBeUndefined()
  })

  it('is not applied to a document that has been closed', async () => {
    const { configurations, answer, applied } = start()
    const reading = configurations.refresh(report)
    configurations.forget(report)
    answer(0, 'old')
    await reading
    expect(applied).toEqual([])
  })
})
