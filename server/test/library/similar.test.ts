import { describe, expect, it } from 'vitest'
import { findSimilar } from '../../src/library/similar.ts'
import { wordsOf } from '../../src/library/wordsOf.ts'
import { known, makeIncident } from './incidents.ts'

const library = [
  makeIncident({
    file: 'certificate-1.md',
    text: 'The TLS certificate of the proxy had expired and nobody renewed it.',
  }),
  makeIncident({ file: 'disk.md', text: 'The disk of the database was full of logs.' }),
  makeIncident({ file: 'deploy.md', text: 'A deploy removed an index of the database.' }),
  makeIncident({ file: 'memory.md', text: 'A leak in the worker filled its memory.' }),
  makeIncident({ file: 'traffic.md', text: 'A campaign brought more traffic than the proxy could serve.' }),
]

const filesLike = (incident: ReturnType<typeof makeIncident>, others = library) =>
  findSimilar(incident, others).map(({ incident: { file } }) => file)

describe('incidents that look alike', () => {
  it('share rare words, which are named', () => {
    const [first] = findSimilar(
      makeIncident({
        title: 'Proxy is down',
        text: 'An expired certificate. Renewing certificates is manual.',
      }),
      library,
    )
    expect(first?.incident.file).toBe('certificate-1.md')
    expect(first?.words.slice(0, 2)).toEqual(['certificate', 'expired'])
  })

  it('share more than one word, and more than what every report says', () => {
    expect(filesLike(makeIncident({ text: 'The database lost its replica.' }))).toEqual([])
    expect(filesLike(makeIncident({ title: 'Search is down', text: 'An outage.' }))).toEqual([])
  })

  it('share more than how long it took and that somebody did something', () => {
    const others = [
      makeIncident({
        file: 'failover.md',
        text: 'The failover took 12 minutes. Engineers set a flag on Monday.',
      }),
    ]
    expect(
      filesLike(makeIncident({ text: 'For 40 minutes logins failed. Ana set a limit on Monday.' }), others),
    ).toEqual([])
    expect(filesLike(makeIncident({ text: 'A flag stopped the failover.' }), others)).toEqual(['failover.md'])
  })

  it('do not depend on a plural', () => {
    expect(wordsOf('Certificates and a certificate, proxies, processes')).toEqual([
      'certificate',
      'certificate',
      'proxy',
      'process',
    ])
  })

  it('are most alike if the team says so', () => {
    const chosen = { causes: [known('capacity')], services: [known('checkout')] }
    const others = [
      makeIncident({ file: 'text.md', text: 'capacity checkout' }),
      makeIncident({ file: 'chosen.md', text: 'capacity checkout', ...chosen }),
    ]
    expect(filesLike(makeIncident(chosen), others)[0]).toBe('chosen.md')
  })

  it('come in the same order every time', () => {
    const twins = ['b.md', 'a.md'].map((file) => makeIncident({ file, text: 'expired certificate' }))
    expect(filesLike(makeIncident({ text: 'expired certificate' }), twins)).toEqual(['a.md', 'b.md'])
  })
})
