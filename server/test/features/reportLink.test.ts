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

  it.each([
    ['ssh://git@ssh.github.com:443/acme/shop.git', 'github.com/acme/shop/blob'],
    ['git@altssh.gitlab.com:acme/shop.git', 'gitlab.com/acme/shop/-/blob'],
    ['git@github.company.com:acme/shop.git', 'github.company.com/acme/shop/blob'],
  ])('leads from the host for SSH to that for the web: %s', (remote, expected) => {
    expect(link(remote)).toBe(`https://${expected}/main/incidents/disk%20full.md`)
  })

  it.each([
    'git@github.com-work:acme/shop.git',
    'ssh://git@github.com-work/acme/shop.git',
    'git@work.github.com:acme/shop.git',
    'git@github.com.work:acme/shop.git',
    'git@gitlab.work-2:acme/shop.git',
  ])('does not exist for a name that only this machine knows: %s', (remote) => {
    expect(link(remote)).toBeNull()
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
