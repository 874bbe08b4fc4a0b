/** Milliseconds that this process has computed for since a moment, so that other work on the machine does not count. */
export function spentSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}
