import { describe, expect, it } from 'vitest'
import { linkToReport } from '../../src/features/reportLink.ts'

const branch = '[branch "main"]\n\tremote = origin\n\tmerge = refs/heads/main\n'

function link(
  remote: string,
  config = branch,
  head = 'ref: refs/heads/main\n',
  path = 'incidents/disk full.md',
) {
  const text = `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${remote}\n\tfetch = +refs\n${config}`
  return linkToReport({ config: text, head, path })
}

describe('the link to a report in a repository', () => {
  it.each([
    ['https://github.com/acme/shop.git', 'https://github.com/acme/shop/blob/main/incidents/disk%20full.md'],
    ['git@github.com:acme/shop.git', 'https://github.com/acme/shop/blob/main/incidents/disk%20full.md'],
    [
      'ssh://git@gitlab.acme.test:2222/ops/shop.git',
      'https://gitlab.acme.test/ops/shop/-/blob/main/incidents/disk%20full.md',
    ],
    ['https://bitbucket.org/acme/shop/', 'https://bitbucket.org/acme/shop/src/main/incidents/disk%20full.md'],
    [
      'https://codeberg.org/acme/shop',
      'https://codeberg.org/acme/shop/src/branch/main/incidents/disk%20full.md',
    ],
  ])('leads to its host: %s', (remote, expected) => {
    expect(link(remote)).toBe(expected)
  })

  it('carries no name and no password', () => {
    expect(link('https://anna:s3cret@github.com/acme/shop.git')).toBe(
      'https://github.com/acme/shop/blob/main/incidents/disk%20full.md',
    )
  })

  it('leads to the branch that is published', () => {
    const config = '[branch "fix/disk"]\n  remote = origin\n  merge = refs/heads/incident-7\n'
    expect(link('git@github.com:acme/shop.git', config, 'ref: refs/heads/fix/disk')).toBe(
      'https://github.com/acme/shop/blob/incident-7/incidents/disk%20full.md',
    )
  })

  it('does not exist for a branch that is published nowhere, a commit without a branch, or an unknown host', () => {
    expect(link('git@github.com:acme/shop.git', '')).toBeNull()
    expect(
      link('git@github.com:acme/shop.git', branch, 'de17fb8de17fb8de17fb8de17fb8de17fb8de17f'),
    ).toBeNull()
    expect(link('https://code.acme.test/acme/shop.git')).toBeNull()
    expect(link('/srv/git/shop.git')).toBeNull()
  })
})
