import { describe, expect, it } from 'vitest'
import { CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { answer, type Host } from '../../src/lsp/feature.ts'

function check(compute: () => string, token: CancellationToken) {
  const errors: string[] = []
  const console = { error: (message: string) => errors.push(message) }
  const host = { connection: { console } as unknown as Connection } as Host
  return { result: answer('The hover', host, compute)({}, token), errors }
}

const fail = () => {
  throw new Error('no such thing')
}

describe('a request', () => {
  it('is answered', () => {
    expect(check(() => 'an answer', CancellationToken.None)).toEqual({ result: 'an answer', errors: [] })
  })

  it('becomes one logged error and no answer where the feature throws', () => {
    const { result, errors } = check(fail, CancellationToken.None)
    expect(result).toBeNull()
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(/^The hover failed: Error: no such thing/)
  })

  it('is not computed where it was cancelled', () => {
    const { result, errors } = check(fail, CancellationToken.Cancelled)
    expect(result).toBeInstanceOf(ResponseError)
    expect(result).toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    expect(errors).toEqual([])
  })
})
