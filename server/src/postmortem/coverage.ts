/** Sections that serve the purpose of another: a report with both a cause and a resolution lacks nothing. */
const coveredBy: Readonly<Record<string, readonly string[]>> = {
  summary: ['what-happened'],
  'root-cause-and-resolution': ['root-cause', 'resolution', 'contributing', 'trigger'],
  'root-cause': ['root-cause-and-resolution', 'contributing'],
  contributing: ['root-cause', 'root-cause-and-resolution'],
  trigger: ['root-cause', 'root-cause-and-resolution'],
  resolution: ['root-cause-and-resolution', 'response'],
  response: ['resolution', 'root-cause-and-resolution'],
  corrective: ['actions', 'improvements', 'lessons', 'lessons.well', 'lessons.wrong'],
  actions: ['corrective'],
  improvements: ['corrective', 'actions'],
  lessons: ['lessons.well', 'lessons.wrong', 'lessons.lucky'],
  'what-happened': ['timeline', 'summary'],
}

export function isCovered(id: string, present: ReadonlySet<string>): boolean {
  return present.has(id) || (coveredBy[id]?.some((other) => present.has(other)) ?? false)
}
