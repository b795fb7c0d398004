import { describe, expect, it } from 'vitest'
import { noConfiguration, type TeamConfiguration } from '../../src/config/teamConfiguration.ts'
import { createService } from '../../src/service.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })
const text =
  '# Postmortem: full disk\n\nAsk storage-team@shop.dev.\n\n## Action Items\n\n- Watch the disk of db-1\n'

/** The severity of a rule's finding under this configuration; null if there is none. */
function check(rule: string, said: Partial<TeamConfiguration>, written = text): string | null {
  const document = service.open(written, { team: { ...noConfiguration, ...said } })
  return service.check(document).find((finding) => finding.rule === rule)?.severity ?? null
}

describe('a demand of the configuration', () => {
  it('turns missing details of tasks into warnings', () => {
    expect(check('action-owner', {})).toBe('information')
    expect(check('action-owner', { actions: { require: ['owner'] } })).toBe('warning')
    expect(check('action-due', { actions: { require: ['owner'] } })).toBe('information')
    expect(check('action-ticket', { actions: { require: ['owner'] } })).toBe(null)
    expect(check('action-ticket', { actions: { require: ['ticket'] } })).toBe('warning')
  })

  it('recognises tickets by the prefixes of the team', () => {
    const named = `${text.trimEnd()} (WEB-4)\n`
    const actions = { require: ['ticket' as const] }
    expect(check('action-ticket', { actions }, named)).toBe(null)
    expect(check('action-ticket', { actions: { ...actions, ticketPrefixes: ['WEB'] } }, named)).toBe(null)
    expect(check('action-ticket', { actions: { ...actions, ticketPrefixes: ['OPS'] } }, named)).toBe(
      'warning',
    )
  })

  it('turns confidential details into warnings', () => {
    expect(check('confidential-detail', {})).toBe('information')
    expect(check('confidential-detail', { reportDefaults: { audience: 'public' } })).toBe('warning')
    expect(check('confidential-detail', {}, `---\npostmortem:\n  audience: public\n---\n\n${text}`)).toBe(
      'warning',
    )
  })

  it('yields to a severity that the configuration names', () => {
    const rules = { 'action-owner': { severity: 'hint' as const } }
    expect(check('action-owner', { actions: { require: ['owner'] }, rules })).toBe('hint')
  })
})
