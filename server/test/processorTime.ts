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
