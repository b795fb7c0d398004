/**
 * How many milliseconds the processor spends on it, which on a busy machine is not much more than on a quiet
 * one. Test files run in processes of their own, so nothing else is counted.
 */
export function processorTime(action: () => unknown): number {
  const before = process.cpuUsage()
  action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
