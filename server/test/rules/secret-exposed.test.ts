import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../runs.ts'
import { apply, findingsIn, rulesIn, severitiesOf } from './findings.ts'

const secretsIn = (text: string) => findingsIn(text).filter((finding) => finding.rule === 'secret-exposed')
const report = (body: string) => `# Postmortem: failed deployment\n\n## Timeline\n\n${body}\n`

/** Made up of pieces, so that nobody's scanner takes this file for a leak. */
const secrets: readonly (readonly [name: string, secret: string, around: string])[] = [
  ['a GitHub token', `gh${'p_'}${'a1B2c3'.repeat(6)}`, '§'],
  ['a GitLab token', `gl${'pat-'}${'a1B2c3'.repeat(4)}`, '§'],
  ['a Slack token', `xo${'xb-'}1234567890-abcdefABCDEF`, '§'],
  ['a Google API key', `AI${'za'}${'a1B2c'.repeat(7)}`, '§'],
  ['a JSON Web Token', `ey${'J'}hbGciOiJIUzI1.ey${'J'}zdWIiOiIxMjM0.c2lnbmF0dXJl-x`, '§'],
  ['a password or a key', 'tr0ub4dor-3', 'PASSWORD=§'],
  ['a password or a key', 'tr0ub4dor-3', '{"api_key": "§"}'],
  ['a password or a key', 'correct-h0rse', 'curl "https://shop.dev/?token=§&page=2"'],
  ['an AWS secret key', `${'a1B2c3D4'.repeat(4)}a+B/c3D4`, '- Secret Access Key: `§`'],
  ['a password or a key', `${'a1B2c'.repeat(6)}=`, '- Bootstrap token: `§`'],
  ['a password or a key', `${'k1y2'.repeat(2)}.${'z3w4'.repeat(4)}`, '- Cluster secret: `§`'],
  ['a password in an address', 'h0rse!battery', 'redis://cache:§@redis.shop.dev:6379'],
]

const places: readonly (readonly [place: string, wrap: (text: string) => string])[] = [
  ['prose', (text) => `It ran with ${text} on every node.`],
  ['code', (text) => `It ran with \`${text}\` on every node.`],
  ['a code block', (text) => `\`\`\`sh\n${text}\n\`\`\``],
  ['a quotation', (text) => `> ${text}`],
  ['a comment', (text) => `<!-- ${text} -->`],
  ['a table', (text) => `| Time | Event |\n| --- | --- |\n| 10:00 | ${text} |`],
]

describe('secret-exposed', () => {
  describe.each(secrets)('finds %s', (name, secret, around) => {
    it.each(places)('in %s, and masks it', (_, wrap) => {
      const text = report(wrap(around.replace('§', secret)))
      const [finding, ...others] = secretsIn(text)
      expect(others).toEqual([])
      expect(text.slice(finding!.range.start, finding!.range.end)).toBe(secret)
      expect(finding!.message).toContain(`looks like ${name}.`)
      expect(JSON.stringify(findingsIn(text))).not.toContain(secret)
      const fixed = apply(text, finding!.fixes[0]!.edits)
      expect(fixed).toBe(text.replace(secret, '[REDACTED]'))
      expect(secretsIn(fixed)).toEqual([])
    })
  })

  it.each([
    'Secret: `search-db-credentials-v2-2024`',
    'The token: `see the vault`, key 2',
    'secret: `search-tls`',
  ])('leaves the name of a secret alone: %s', (line) => {
    expect(secretsIn(report(line))).toEqual([])
  })

  it('finds a private key from its first line to its last, however long it is', () => {
    const key = [
      `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
      ...Array.from({ length: 60 }, () => 'c2hvcnRlbm91Z2h0b2JlZmFrZWJ1dGxvbmdlbm91Z2g'.padEnd(64, 'A')),
      'YWJj',
      `-----END RSA ${'PRIVATE'} KEY-----`,
    ].join('\n')
    const text = report(`\`\`\`\n${key}\n\`\`\`\n\nThe key was replaced.`)
    const [finding, ...others] = secretsIn(text)
    expect(others).toEqual([])
    expect(text.slice(finding!.range.start, finding!.range.end)).toBe(key)
    expect(secretsIn(apply(text, finding!.fixes[0]!.edits))).toEqual([])
  })

  it.each([
    'PASSWORD=$DB_PASSWORD',
    'password=${{ secrets.DB_PASSWORD }}',
    'password: <your password>',
    'password=********',
    'api_key = os.environ["API_KEY"]',
    'token = client.create_token(user1)',
    'next_page_token=a1b2c3d4e5',
    'Key: 9f8e7d6c5b4a39281706f5e4d3c2b1a0',
    'postgres://user:$PASSWORD@db',
    'AKIAIOSFODNN7EXAMPLE',
    'password=required',
    'https://shop.dev/reset?password=forgotten',
  ])('passes over %s', (text) => {
    expect(secretsIn(report(text))).toEqual([])
  })

  it.each([
    ['tr0ub4dor&3', 'We logged in with pw: § and restarted it.'],
    ['Tr0ub4dor&3', '- **Password:** §'],
    ['Tr0ub4dor&3', 'password=§'],
    ['Tr0ub4dor&3', 'The password is §.'],
    ['Winter1999!', 'Ben used pw `§` for the portal.'],
    ['Tr0ub4dor&3', 'The password was `§`, which everybody knew.'],
    ['Winter1999!', 'We set the root password to §.'],
    ['Tr0ub4dor&3', '| DB password | § |'],
    ['Tr0ub4dor&3', '| **Password** | `§` |'],
    ['9f8a7b6c5d4e3f2a1b0c9d8e', '| API key | § |'],
    ['9f8a7b6c5d4e3f2a1b0c9d8e', 'It ran with api_key: § on every node.'],
    ['tr0ub4dor-and-3', 'We ran `PGPASSWORD=§ psql -h db`.'],
    ['tr0ub4dor-and-3', 'We ran `mysql -u root -p§ shop`.'],
    ['tr0ub4dor-and-3', 'We ran `mysql -u root -p"§" shop`.'],
    ['tr0ub4dor-and-3', 'We ran `curl -sS -u admin:§ https://shop.dev`.'],
    ['tr0ub4dor-and-3', 'We ran `redis-cli -h cache -a § flushall`.'],
    ['tr0ub4dor-and-3', 'We ran `sshpass -p § ssh root@db`.'],
    ['YWRtaW46VHIwdWI0ZG9yLWFuZC0z', 'We sent `Authorization: Basic §`.'],
    ['Xk9vQ2mZ71pLw', 'password: §'],
    ['xk9vq2mz71plw', 'password: §'],
  ])('finds %s in %j, and masks it', (secret, around) => {
    const text = report(`${around.replace('§', secret)}\n`)
    const [finding, ...others] = secretsIn(text)
    expect(others).toEqual([])
    expect(text.slice(finding!.range.start, finding!.range.end)).toBe(secret)
    const fixed = apply(text, finding!.fixes[0]!.edits)
    expect(fixed).toBe(text.replace(secret, '[REDACTED]'))
    expect(secretsIn(fixed)).toEqual([])
  })

  it.each([
    'Pass: 12/15 checks, p99<200ms. First pass: Q3-backlog+2. The token: expired.',
    'pw: ********, pw: $DB_PASSWORD1, pw: {{ password_2! }} and password: XXXXXX123',
    'The password is <password1!>. The password was rotated-on-2026-11-20.',
    'The password `DB_PASSWORD_V2`, the password `dbPassword2024` and the password `getPassword2()`',
    'The password `auth-service-v2.yaml` is a file, and the password is PostgreSQL14.',
    '| Password | rotated 2026-11-20! |',
    '| Password | 9f8a7b6c5d4e |',
    '| Token | 9f8a7b6c5d4e3f2a1b0c9d8e |',
    '`mysql -u root -p shop_2024`, `mysql -P3306 -proot` and `mysql -p"$PASSWORD1"`',
    '`curl -u admin:$PASSWORD1 x`, `curl -u admin:<password1!> x` and `docker run -u 1000:1000`',
    '`Authorization: Basic dXNlcjpwYXNzd29yZA==` and `Authorization: Basic base64encodedstring`',
    'The password was Ben+1@shop.dev, and later https://shop.dev/1!',
  ])('takes no state, name, version, date or mask for a password: %s', (text) => {
    expect(secretsIn(report(text))).toEqual([])
  })

  it('is only an information about the ID of a key, which opens nothing without its secret', () => {
    const [finding] = secretsIn(report(`The key AK${'IA'}Z5Q7WERTYUIOPASD was deleted.`))
    expect(finding).toMatchObject({
      severity: 'information',
      message:
        'This looks like the ID of an AWS access key. It opens nothing without its secret key. Mask it, unless readers need it.',
    })
  })

  it('shows a secret nowhere, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets.slice(0, 5)),
        fc.string({ maxLength: 30 }),
        fc.string({ maxLength: 30 }),
        ([, secret], before, after) => {
          const text = report(`${before} ${secret} ${after}`)
          expect(JSON.stringify(findingsIn(text))).not.toContain(secret)
          const edits = secretsIn(text).flatMap((finding) => finding.fixes[0]!.edits)
          const fixed = apply(text, edits)
          expect(secretsIn(fixed)).toEqual([])
          expect(fixed).not.toContain(secret)
        },
      ),
      { seed: 20_240_510, numRuns: runs(50) },
    )
  })
})

describe('a value that is no secret', () => {
  const secretsIn = (code: string) =>
    rulesIn(`# Postmortem: slow\n\n## Timeline\n\nText.\n\n\`\`\`\n${code}\n\`\`\`\n`).filter(
      (rule) => rule === 'secret-exposed',
    )

  it('belongs to somebody or something that does not exist', () => {
    expect(secretsIn(`{"email":"anna@example.com","password":"k9secret1"}`)).toEqual([])
    expect(secretsIn('postgres://shop:k9secret1@localhost:5432/shop')).toEqual([])
    expect(secretsIn('postgres://shop:shop_dev_pass@no-such-host:5432/shop')).toEqual([])
    expect(secretsIn('SESSION_SECRET=your_64_char_secret')).toEqual([])
    expect(secretsIn('postgres://shop:k9secret1@db.shop.io:5432/shop')).toEqual(['secret-exposed'])
  })
})

describe('a password in the demonstration of an incident', () => {
  const code = (text: string) =>
    `# Postmortem: leaked session\n\n## Timeline\n\n\`\`\`json\n${text}\n\`\`\`\n`

  it.each([
    '{ "user": "carol", "password": "carol789" }',
    'DATABASE_URL: postgres://wrong_user:wrong_pass@wrong_host:5432/wrong_db',
    '{\n  "username": "dave",\n  "password": "password123"\n}',
    'The password was P@ssW0rd, as in the manual.',
    'JWT_SECRET_KEY=dev_secret_key_change_in_production_1a2b3c',
    '{\n  "profile": { "email": "erin@example.com" },\n  "token": "MToxNzA1MzI0"\n}',
  ])('is no secret: %s', (text) => {
    expect(severitiesOf('secret-exposed', code(text))).toEqual([])
  })

  it('is a secret if nothing says that it is one', () => {
    expect(severitiesOf('secret-exposed', code('{ "user": "carol", "password": "tr0ub4dor-3" }'))).toEqual([
      'error',
    ])
    expect(severitiesOf('secret-exposed', code('{ "token": "MToxNzA1MzI0" }'))).toEqual(['error'])
  })
})

describe('what stands for a secret', () => {
  it('is no secret', () => {
    const url = (password: string) =>
      `# Postmortem\n\nIt cloned https://oauth2:${password}@git.corp.io/a.git.\n`
    expect(severitiesOf('secret-exposed', url('TOKEN'))).toEqual([])
    expect(severitiesOf('secret-exposed', url('h0rse-battery'))).toEqual(['error'])
    expect(severitiesOf('secret-exposed', url('horse-key'))).toEqual(['error'])
  })
})

describe('a secret in a quoted difference', () => {
  const text = (said: string, mark: string) =>
    report(
      `- 10:02 UTC - ${said}\n\n\`\`\`diff\n def upload(bucket):\n${mark}    password="tr0ub4dor-and-3",\n\`\`\``,
    )

  it('is an information once the report says that it was revoked', () => {
    expect(severitiesOf('secret-exposed', text('The password was rotated.', '+'))).toEqual(['information'])
    expect(severitiesOf('secret-exposed', text('Ana revoked the key.', '-'))).toEqual(['information'])
  })

  it('is an error before that, and elsewhere', () => {
    expect(severitiesOf('secret-exposed', text('The password was not rotated.', '+'))).toEqual(['error'])
    expect(severitiesOf('secret-exposed', text('The password should be rotated.', '+'))).toEqual(['error'])
    expect(severitiesOf('secret-exposed', text('It was found.', '+'))).toEqual(['error'])
    expect(severitiesOf('secret-exposed', text('The password was rotated.', ' '))).toEqual(['error'])
  })
})
