/** Sends notifications about documents, each only if its content differs from the last one. */
export interface Publisher {
  /** `version` is null for a file that is not open. */
  readonly publish: (uri: string, version: number | null, method: string, params: object) => void
  /** Takes back everything that was published for a document. */
  readonly clear: (uri: string) => void
}

/** The content that an editor assumes before it is sent anything. */
const initialContents: Readonly<Record<string, string>> = {
  'textDocument/publishDiagnostics': JSON.stringify({ diagnostics: [] }),
  'postmortem/wordCount': JSON.stringify({ count: null }),
  'postmortem/outline': JSON.stringify({ outline: null }),
}

export function createPublisher(send: (method: string, params: object) => void): Publisher {
  const published = new Map<string, Map<string, string>>()
  const publish: Publisher['publish'] = (uri, version, method, params) => {
    const content = JSON.stringify(params)
    const contents = published.get(uri) ?? new Map<string, string>()
    if ((contents.get(method) ?? initialContents[method]) === content) return
    published.set(uri, contents.set(method, content))
    send(method, { uri, ...(version !== null && { version }), ...params })
  }
  return {
    publish,
    clear: (uri) => {
      for (const method of published.get(uri)?.keys() ?? []) {
        if (initialContents[method] !== undefined)
          send(method, { uri, ...JSON.parse(initialContents[method]) })
      }
      published.delete(uri)
    },
  }
}
