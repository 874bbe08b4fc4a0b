// Loaded before a program: writes what it took of the machine where IBID_USAGE says.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const seconds = (userCPUTime + systemCPUTime) / 1e6
  writeFileSync(process.env.IBID_USAGE, JSON.stringify({ kib: maxRSS, seconds }))
})
