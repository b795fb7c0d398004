/**
 * The sections that tell what happened. Lessons and plans may speak of what should have been: there it leads
 * somewhere.
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

export const narrativeAndImpact: ReadonlySet<string> = new Set([...narrative, 'impact'])
