// Loaded before a program: writes the most memory it ever had, in KiB, where IBID_PEAK says.
import { writeFileSync } from 'node:fs'

process.on('exit', () =>
  writeFileSync(process.env.IBID_PEAK, String(process.resourceUsage().maxRSS)),
)
