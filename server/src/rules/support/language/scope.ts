/**
 * The sections that describe what happened. Lessons and plans are left out: there, what should have been
 * leads to something.
 */
export const narrative: ReadonlySet<string> = new Set([
  'summary',
  'timeline',
  'what-happened',
  'background',
  'detection',
  'response',
  'resolution',
  'trigger',
  'root-cause',
  'root-cause-and-resolution',
  'contributing',
])

/** The sections that say why it happened. */
export const causes: ReadonlySet<string> = new Set([
  'summary',
  'root-cause',
  'root-cause-and-resolution',
  'contributing',
  'trigger',
])

export const narrativeAndImpact: ReadonlySet<string> = new Set([...narrative, 'impact'])
