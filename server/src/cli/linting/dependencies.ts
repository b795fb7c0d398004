import { dirname } from 'node:path'
import type { Clock, FileLookup } from '../../checking/rule.ts'
import { lookUpFrom } from '../nearbyFiles.ts'

/** Everything that findings depend on besides the text, its address, the configuration and the options. */
export interface Dependencies {
  /** Whether there is a file at each path, relative to the folder of the document. */
  readonly files: readonly (readonly [path: string, exists: boolean])[]
  /** The findings stay the same while this instant is past and the other is not. In milliseconds since 1970. */
  readonly after: number | null
  readonly until: number | null
}

interface Recording {
  readonly hasFile: FileLookup
  readonly isPast: Clock
  readonly dependencies: () => Dependencies
}

/** Answers the questions of a check, and remembers what was asked. */
export function recordDependencies(path: string | null, now: number): Recording {
  const lookUp = lookUpFrom(path && dirname(path))
  const files = new Map<string, boolean>()
  let after: number | null = null
  let until: number | null = null
  return {
    hasFile: (asked) => {
      const presence = files.get(asked) ?? lookUp(asked)
      if (presence !== 'unknown') files.set(asked, presence)
      return presence
    },
    isPast: (instant) => {
      const isPast = instant < now
      if (isPast) after = Math.max(instant, after ?? instant)
      else until = Math.min(instant, until ?? instant)
      return isPast
    },
    dependencies: () => ({ files: [...files], after, until }),
  }
}

/** True if a check at this time would be given the same answers. */
export function areUnchanged({ files, after, until }: Dependencies, path: string, now: number): boolean {
  const lookUp = lookUpFrom(dirname(path))
  return (
    (after === null || after < now) &&
    (until === null || now <= until) &&
    files.every(([linked, exists]) => lookUp(linked) === exists)
  )
}
