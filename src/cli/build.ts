import { relative } from 'node:path'
import type { BuildResult } from '../build/run-build.ts'
import { summaryOf } from '../report/text.ts'
import { type Call, type Command, exitCodes, outOf } from './call.ts'
import { counted, exitCodeOf, printFindings, seconds } from './findings.ts'
import { runSite } from './run-site.ts'
import { siteRoot } from './site-root.ts'

/** `ibid build`: findings on standard error, what was done on standard output. */
export const build: Command = async (call) => {
  const { options, streams, signal } = call
  const result = await runSite(call, siteRoot(call), 'build')
  if (signal.aborted && !result.finished) return exitCodes.interrupted
  const exitCode = exitCodeOf(result, { strict: options.strict, failsOnErrors: false })
  printFindings(call, result, exitCode, streams.err)
  if (options.format !== 'text' || options.quiet) return exitCode
  if (result.diagnostics.length > 0) streams.err.write(`${summaryOf(result.diagnostics)}\n`)
  if (!result.finished) {
    streams.err.write(`Nothing was written to ${outName(call)}.\n`)
    return exitCode
  }
  const { posts, pages, held, written, kept, removed, durationMs } = result
  streams.out.write(
    `Built ${counted(posts, 'post')} and ${counted(pages, 'page')} into ${outName(call)} in ${seconds(durationMs)}: ` +
      `${counted(written, 'file')} written, ${kept} kept, ${removed} removed.\n${heldLine(held)}`,
  )
  return exitCode
}

/** Says what is not in the site, so that nobody looks for it there; `''` where nothing was left out. */
function heldLine(held: BuildResult['held']): string {
  if (!held) return ''
  const { draft, scheduled, expired } = held
  const parts = [
    draft > 0 ? counted(draft, 'draft') : '',
    scheduled > 0 ? `${scheduled} scheduled` : '',
    expired > 0 ? `${expired} expired` : '',
  ].filter((part) => part !== '')
  const they = draft + scheduled + expired === 1 ? 'it' : 'them'
  return parts.length === 0 ? '' : `Left out: ${parts.join(', ')}; ibid dev shows ${they}.\n`
}

/** The output folder as one would type it. */
function outName(call: Call): string {
  const path = relative(call.cwd, outOf(call))
  return path === '' || path.startsWith('..') ? outOf(call) : path
}
