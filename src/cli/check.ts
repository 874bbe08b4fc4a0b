import type { BuildResult } from '../build/run-build.ts'
import { summaryOf } from '../report/text.ts'
import { type Call, type Command, exitCodes } from './call.ts'
import { counted, exitCodeOf, printFindings } from './findings.ts'
import { mendFiles } from './mend-files.ts'
import { runSite } from './run-site.ts'
import { siteRoot } from './site-root.ts'

/** `ibid check`: what is wrong is the result, and stands on standard output. */
export const check: Command = async (call) => {
  const { options, streams, signal } = call
  const root = siteRoot(call)
  const result = await afterMending(call, root, await runSite(call, root, 'check'))
  if (signal.aborted) return exitCodes.interrupted
  const exitCode = exitCodeOf(result, { strict: options.strict, failsOnErrors: true })
  printFindings(call, result, exitCode, streams.out)
  if (options.format !== 'text' || options.quiet) return exitCode
  const { ok, posts, pages, diagnostics } = result
  const found = summaryOf(diagnostics)
  streams.out.write(
    ok || options.keepGoing
      ? `Checked ${counted(posts, 'post')} and ${counted(pages, 'page')}: ${found}.\n`
      : `Found ${found}. Links, pictures and pages are checked when this is mended, or now with --keep-going.\n`,
  )
  return exitCode
}

/** Rounds of mending: one repair may bring to light what another can mend. */
const mostRounds = 10

/** With `--fix`: mends what can be mended safely, and looks again until nothing is left to mend. */
async function afterMending(call: Call, root: string, first: BuildResult): Promise<BuildResult> {
  if (!call.options.fix) return first
  let result = first
  for (let round = 0; round < mostRounds && !call.signal.aborted; round++) {
    const mended = await mendFiles(root, result)
    if (mended.length === 0) return result
    if (!call.options.quiet) for (const path of mended) call.streams.err.write(`Mended ${path}.\n`)
    result = await runSite(call, root, 'check')
  }
  return result
}
