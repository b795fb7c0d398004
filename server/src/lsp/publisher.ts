/** Sends what belongs to a document, and only when it says something new. */
export interface Publisher {
  /** `version` is `null` for a file that is not open. */
  readonly publish: (uri: string, version: number | null, method: string, params: object) => void
  /** Takes back everything that was published for a document. */
  readonly clear: (uri: string) => void
}

/** What an editor takes for granted as long as it has heard nothing. */
const silence: Readonly<Record<string, string>> = {
  'textDocument/publishDiagnostics': JSON.stringify({ diagnostics: [] }),
  'postmortem/wordCount': JSON.stringify({ count: null }),
  'postmortem/outline': JSON.stringify({ outline: null }),
}

export function createPublisher(send: (method: string, params: object) => void): Publisher {
  const said = new Map<string, Map<string, string>>()
  const publish: Publisher['publish'] = (uri, version, method, params) => {
    const content = JSON.stringify(params)
    const before = said.get(uri) ?? new Map<string, string>()
    if ((before.get(method) ?? silence[method]) === content) return
    said.set(uri, before.set(method, content))
    send(method, { uri, ...(version !== null && { version }), ...params })
  }
  return {
    publish,
    clear: (uri) => {
      for (const method of said.get(uri)?.keys() ?? []) {
        if (silence[method] !== undefined) send(method, { uri, ...JSON.parse(silence[method]) })
      }
      said.delete(uri)
    },
  }
}
