import picomatch from 'picomatch'

/**
 * Matches a path against globs; one that begins with "!" takes out what those before it let in.
 * Globs come from the workspace, so each is matched segment by segment: what a `*` can try out is then bounded
 * by the length of one name, and `**` is walked without any regular expression.
 */
export function matchesGlobs(path: string, globs: readonly string[]): boolean {
  const segments = path.split('/')
  let matches = false
  for (const glob of globs) {
    const isExclusion = glob.startsWith('!')
    if (isExclusion !== matches) continue
    if (matchesGlob(segments, isExclusion ? glob.slice(1) : glob)) matches = !isExclusion
  }
  return matches
}

/** The reason why a glob is rejected; `null` for a valid one. */
export function findGlobMistake(glob: string): 'empty' | 'outside' | 'complex' | null {
  const pattern = glob.replace(/^!/, '')
  if (pattern.trim() === '') return 'empty'
  if (pattern.startsWith('/') || /(?:^|\/)\.\.(?:\/|$)/.test(pattern)) return 'outside'
  // Parentheses and escapes would reach the regular expression as they are.
  if (pattern.length > 200 || /[()\\]/.test(pattern)) return 'complex'
  const alternatives = expandBraces(pattern)
  if (alternatives === null) return 'complex'
  const isSimple = (segment: string) => segment === '**' || (segment.match(/\*+/g) ?? []).length <= 3
  return alternatives.every((each) => each.split('/').every(isSimple)) ? null : 'complex'
}

function matchesGlob(path: readonly string[], glob: string): boolean {
  if (findGlobMistake(glob) !== null) return false
  return (expandBraces(glob) ?? []).some((each) => matchSegments(path, toSegments(each)))
}

const segmentOptions = { dot: true, nobrace: true, noextglob: true, nonegate: true } as const

type Segment = '**' | ((name: string) => boolean)

function toSegments(glob: string): readonly Segment[] {
  return glob
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .map((segment) =>
      segment === '**' ? segment : picomatch(segment.replace(/[+|]/g, '\\$&'), segmentOptions),
    )
}

/**
 * Goes through the glob once: `reached[n]` tells whether the segments so far match the first `n` names of the
 * path.
 */
function matchSegments(path: readonly string[], glob: readonly Segment[]): boolean {
  let reached: readonly boolean[] = [true, ...path.map(() => false)]
  for (const segment of glob) {
    const next: boolean[] = [segment === '**' && reached[0] === true]
    for (const [index, name] of path.entries()) {
      next.push(
        segment === '**'
          ? next[index] === true || reached[index + 1] === true
          : reached[index] === true && segment(name),
      )
    }
    reached = next
  }
  return reached.at(-1) === true
}

const maxAlternatives = 64

/** Expands `{a,b}` from the inside outwards; `null` if there are too many alternatives. */
function expandBraces(glob: string): readonly string[] | null {
  let open: readonly string[] = [glob]
  const done: string[] = []
  while (open.length > 0) {
    const next: string[] = []
    for (const each of open) {
      const brace = /\{([^{}]*)\}/.exec(each)
      if (brace === null) done.push(each)
      else {
        const before = each.slice(0, brace.index)
        const after = each.slice(brace.index + brace[0].length)
        for (const word of (brace[1] ?? '').split(',')) next.push(`${before}${word}${after}`)
      }
    }
    if (next.length + done.length > maxAlternatives) return null
    open = next
  }
  return done
}
