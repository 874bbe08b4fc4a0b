import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { Processes, ProcessOwner } from './ports.ts'
import { systemErrorCode } from './system-error.ts'

/** The processes of this machine. */
export function nodeProcesses(): Processes {
  return {
    self: async () => ({
      pid: process.pid,
      host: hostname(),
      started: await startOf(process.pid),
    }),
    alive: isAlive,
    now: () => Date.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }
}

/** A process of another machine counts as alive: nothing can be known of it. */
async function isAlive(owner: ProcessOwner): Promise<boolean> {
  if (owner.host !== hostname()) return true
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if (systemErrorCode(error) === 'ESRCH') return false
  }
  const started = await startOf(owner.pid)
  return owner.started === undefined || started === undefined || owner.started === started
}

/** The boot and the tick in which a process began; undefined where the system does not tell. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may hold anything; the start is the 20th field after it.
    const ticks = line.slice(line.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? undefined : `${boot}/${ticks}`
  } catch {
    return undefined
  }
}
