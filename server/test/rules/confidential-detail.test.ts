import { describe, expect, it } from 'vitest'
import type { RuleSettings } from '../../src/config/ruleSchema.ts'

import { apply, findingsIn } from './findings.ts'

/** As for a report that everybody will read. */
const inPublic: RuleSettings = { 'confidential-detail': { severity: 'warning' } }
const detailsIn = (text: string, rules = inPublic) =>
  findingsIn(text, rules).filter(({ rule }) => rule === 'confidential-detail')
const report = (body: string) => `# Postmortem: slow search\n\n${body}\n`

/** The details that are reported, each by the text at its range. */
function check(body: string): readonly string[] {
  const text = report(body)
  return detailsIn(text).map(({ range }) => text.slice(range.start, range.end))
}

describe('confidential-detail', () => {
  it.each([
    ['It was jane.doe+ops@mail.shop.dev.', 'jane.doe+ops@mail.shop.dev'],
    ['The node 10.12.6.136, port 80', '10.12.6.136'],
    ['`dial tcp 34.120.7.9:443: timeout`', '34.120.7.9'],
    ['It answered from 2001:470:1f0b:17::2 only', '2001:470:1f0b:17::2'],
    ['On search-3.eu.internal and', 'search-3.eu.internal'],
    ['<!-- api.search.svc.cluster.local -->', 'api.search.svc.cluster.local'],
    [
      'Asked in https://shop.slack.com/archives/C01/p17145, too.',
      'https://shop.slack.com/archives/C01/p17145',
    ],
    ['[notes](https://shop.sharepoint.com/sites/ops/notes)', 'https://shop.sharepoint.com/sites/ops/notes'],
  ])('finds in %j exactly %s', (body, detail) => {
    expect(check(body)).toEqual([detail])
  })

  it.each([
    'https://vault.shop.internal:8200/ui',
    'https://wiki.internal.shop.dev/x',
    'https://grafana.corp.shop.dev/d/1?from=now',
    'https://web01.int.shop.co.uk',
    'https://jenkins.corp/job',
    'https://ops:@files.shop.home.arpa/a',
    'http://jenkins/job/1',
    'http://console.vault.service.consul:8500/ui',
  ])('finds the link %s wherever an address is written', (address) => {
    expect(check(`See [the job](${address} "Job").`)).toEqual([address])
    expect(check(`See <${address}>.`)).toEqual([address])
    expect(check(`See ${address}, too.`)).toEqual([address])
    expect(check(`![rate](${address})`)).toEqual([address])
    expect(check(`See [the job][1].\n\n[1]: ${address}`)).toEqual([address])
  })

  it.each([
    ['On grafana.corp.shop.dev, the graph', 'grafana.corp.shop.dev'],
    ['On web01.int.shop.io.', 'web01.int.shop.io'],
    ['`psql db-1.prod.internal`', 'db-1.prod.internal'],
    ['`redis://cache-1.shop.lan:6379`', 'cache-1.shop.lan'],
    ['`ssh admin@gateway.shop.lan`', 'gateway.shop.lan'],
    ['`curl http://search.shop.svc.cluster.local:80/a`', 'search.shop.svc.cluster.local'],
    ['The node fd00::1 was lost', 'fd00::1'],
  ])('finds the host in %j', (body, host) => {
    expect(check(body)).toEqual([host])
  })

  it.each([
    'https://shop.dev/internal/a.corp/x, https://internal-tools.shop.dev and https://corp.shop.dev',
    'https://www.internal.com, https://app.corp.com/a and https://x.internal.co.uk',
    'http://localhost:3000/a, http://localhost/a, http://host/path, http://your-server/a and https://<host>/a',
    'https://grafana.internal.example.com/d, http://host.docker.internal:8080',
    'https://…, https://git… and https://$HOST/a',
    'http://web:8000 and http://products-api:8080/api',
    '`com.shop.internal.util.io`, `sun.net.internal.www.io` and path.home, rand.private, a.svc',
    'fe80::1 and fd:00:11:22:33:44',
  ])('passes over what leads nowhere inside: %s', (body) => {
    expect(check(body)).toEqual([])
  })

  it('takes no masked host for one', () => {
    expect(check('On `ip-xxxxxxxxx.xxxxxx.compute.internal` and')).toEqual([])
  })

  it.each(['Log in with `ssh router-name@jump.shop.dev`.', '`init-host.sh admin@depot.local` failed.'])(
    'takes no login for the address of a person: %s',
    (body) => {
      expect(check(body).filter((found) => found.includes('@'))).toEqual([])
    },
  )

  it.each([
    'version 10.2.3.4, v1.2.3.4, pkg==1.2.3.4, nginx-1.18.0.1',
    '0.0.0.0, 127.0.0.1, 255.255.255.0, 192.0.2.1, 198.51.100.7, 203.0.113.9, 10.0.0.0/8, 8.8.8.8',
    '300.1.2.3 and 1.2.3.4.5',
    '::1, 2001:db8::1, fe80::1, 14:02:33, aa:bb:cc:dd:ee:ff, std::vector::iterator',
    'me@example.com, git@forge.dev:a/b.git, security@shop.dev, 1+me@users.noreply.forge.dev',
    'react@18.2.0, logo@2x.png, app@web.service, @types/node',
    'this.internal, com.internal, settings.local, host.docker.internal, .local/share',
    'Signed-off-by: Jane Doe <jane@shop.dev>',
    '> Co-authored-by: Jane Doe jane@shop.dev',
    'https://drive.google.com/file/d/1a/view?usp=sharing and https://docs.google.com/document/d/e/2b/pub',
    'https://shop.slack.com and https://docs.google.com',
    'https://discord.com/channels/1/2/3, https://docs.google.com/spreadsheets/d/1a/edit and https://www.notion.so/Notes-2b',
    'The route to 192.168.1.20, 10.96.0.1 and 172.17.0.2 was lost in 10.12.6.0/24.',
    'Author: jane@shop.dev',
    'If you have any questions, write to jane@shop.dev.',
    'It was sent to search-dev@shop.dev and search@googlegroups.com.',
  ])('passes over %s', (body) => {
    expect(check(body)).toEqual([])
  })

  it('passes over what the report is named for', () => {
    expect(detailsIn('# Postmortem: 34.120.7.9 cannot be reached\n\n34.120.7.9 was lost.\n')).toEqual([])
  })

  it('finds what is beside it', () => {
    expect(check('Sent to jane@shop.dev at 10.12.6.136/32.')).toEqual(['jane@shop.dev', '10.12.6.136/32'])
  })

  it('reports a detail once, and replaces it in all places', () => {
    const text = report('10.12.6.136 was slow.\n\n```\nping 10.12.6.136\n```')
    const [finding, ...others] = detailsIn(text)
    expect(others).toEqual([])
    expect(finding!.related).toHaveLength(1)
    const fixed = apply(text, finding!.fixes[0]!.edits)
    expect(fixed).toBe(text.replaceAll('10.12.6.136', '[address removed]'))
    expect(detailsIn(fixed)).toEqual([])
  })

  it.each([
    ['[the thread](https://shop.slack.com/archives/C01/p1) says', 'the thread says'],
    ['<https://shop.slack.com/archives/C01/p1> says', '[private link removed] says'],
    ['[a@shop.dev](mailto:a@shop.dev) says', '[e-mail address removed] says'],
    ['a@shop.dev says', '[e-mail address removed] says'],
    ['![](https://docs.google.com/drawings/d/1) stays', '![](https://docs.google.com/drawings/d/1) stays'],
  ])('makes of %s a text without a link: %s', (body, expected) => {
    const text = report(body)
    const fixed = detailsIn(text).reduce((result) => {
      const [finding] = detailsIn(result)
      return finding === undefined ? result : apply(result, finding.fixes[0]!.edits)
    }, text)
    expect(fixed).toBe(report(expected))
    expect(detailsIn(fixed)).toEqual([])
  })
})

describe('confidential-detail in a report for the team', () => {
  const count = (body: string) => detailsIn(report(body), {}).length

  it.each(['The node 10.12.6.136', 'The node fd00::1', 'On nas.lan and', 'On db-1.shop.local and'])(
    'says nothing of what leads nowhere from another network: %s',
    (body) => {
      expect(count(body)).toBe(0)
    },
  )

  it.each(['The node 34.120.7.9', 'On search-3.eu.internal and'])('says the same of others: %s', (body) => {
    expect(count(body)).toBe(1)
  })

  it('says nothing to an author who speaks of nobody else', () => {
    const of = (who: string) =>
      count(
        `## Impact\n\nThe node 34.120.7.9 was full. ${`The disk of ${who} node was. `.repeat(30)}\n\n## Timeline\n\n- 10:02 UTC - An alert.`,
      )
    expect(of('our')).toBe(1)
    expect(of('my')).toBe(0)
  })
})
