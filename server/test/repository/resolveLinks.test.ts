import { describe, expect, it } from 'vitest'
import { resolveLinks } from '../../../scripts/resolveLinks.mjs'

const page =
  'See **[the guide](../docs/guide.md#begin)** or [this](https://example.com), below [Keys](#keys).'

describe('the links of the page of the extension', () => {
  it('leave their words where the repository has no address', () => {
    expect(resolveLinks(page, 'client/README.md', undefined)).toBe(
      'See **the guide** or [this](https://example.com), below [Keys](#keys).',
    )
  })

  it('lead to the repository once it has one', () => {
    expect(resolveLinks(page, 'client/README.md', 'git+https://github.com/team/reports.git')).toBe(
      'See **[the guide](https://github.com/team/reports/blob/HEAD/docs/guide.md#begin)** or [this](https://example.com), below [Keys](#keys).',
    )
    expect(resolveLinks('[a](b.md)', 'c.md', 'https://gitlab.example/team/reports')).toBe(
      '[a](https://gitlab.example/team/reports/-/blob/HEAD/b.md)',
    )
  })
})
