/**
 * The milliseconds of processor time that the action takes. Unlike elapsed time, it is about the same on a busy
 * machine. Test workers are separate processes, so the work of other test files is not counted.
 */
export function processorTime(action: () => unknown): number {
  const before = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * True if one of three attempts takes no more than so many milliseconds: the garbage collector of a worker that has run
 * many tests may pause any single one for longer than that.
 */
export function takesAtMost(milliseconds: number, action: () => unknown): boolean {
  return [0, 1, 2].some(() => processorTime(action) <= milliseconds)
}
