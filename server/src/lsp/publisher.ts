import { type Outline, OutlineNotification } from '@postmortem/shared/outline'
import { OutlineChangeNotification } from '@postmortem/shared/outlineChange'
import type { ClientSupport } from './clientSupport.ts'
import { findOutlineChange } from './outlineChanges.ts'

/** Sends notifications about documents, each only if its content differs from the last one. */
export interface Publisher {
  /** `version` is null for a file that is not open. */
  readonly publish: (uri: string, version: number | null, method: string, params: object) => void
  /** Null for a document that has none. The outline of a long report is long, and most of it stays the same. */
  readonly publishOutline: (uri: string, version: number, outline: Outline | null) => void
  /** Takes back everything that was published for a document. */
  readonly clear: (uri: string) => void
}

/** The content that an editor assumes before it is sent anything. */
const initialContents: Readonly<Record<string, string>> = {
  'textDocument/publishDiagnostics': JSON.stringify({ diagnostics: [] }),
  'postmortem/wordCount': JSON.stringify({ count: null }),
  'postmortem/outline': JSON.stringify({ outline: null }),
}

export function createPublisher(
  send: (method: string, params: object) => void,
  { outlineChanges }: Pick<ClientSupport, 'outlineChanges'>,
): Publisher {
  const published = new Map<string, Map<string, string>>()
  const outlines = new Map<string, Outline>()
  const publish: Publisher['publish'] = (uri, version, method, params) => {
    const content = JSON.stringify(params)
    const contents = published.get(uri) ?? new Map<string, string>()
    if ((contents.get(method) ?? initialContents[method]) === content) return
    published.set(uri, contents.set(method, content))
    send(method, { uri, ...(version !== null && { version }), ...params })
  }
  const publishOutline: Publisher['publishOutline'] = (uri, version, outline) => {
    const last = outlines.get(uri)
    if (last === undefined || outline === null) publish(uri, version, OutlineNotification.method, { outline })
    else {
      const change = findOutlineChange(last, outline)
      if (change !== null) send(OutlineChangeNotification.method, { uri, version, ...change })
    }
    if (outline === null) outlines.delete(uri)
    else if (outlineChanges) outlines.set(uri, outline)
  }
  return {
    publish,
    publishOutline,
    clear: (uri) => {
      outlines.delete(uri)
      for (const method of published.get(uri)?.keys() ?? []) {
        if (initialContents[method] !== undefined)
          send(method, { uri, ...JSON.parse(initialContents[method]) })
      }
      published.delete(uri)
    },
  }
}
