import { relative, sep } from 'node:path'
import type { BuildResult } from '../build/run-build.ts'
import { ownPackage } from '../io/package.ts'
import { reportGithub } from '../report/github.ts'
import { reportJson } from '../report/json.ts'
import { countFindings } from '../report/order.ts'
import { reportSarif } from '../report/sarif.ts'
import { reportText } from '../report/text.ts'
import { type Call, type ExitCode, exitCodes, rootOf } from './call.ts'
import { type Stream, wantsColor } from './terminal.ts'

/**
 * The exit code that a run has earned.
 *
 * @param failsOnErrors whether errors that did not keep the site from being published count
 */
export function exitCodeOf(
  { ok, configurationError, diagnostics }: BuildResult,
  { strict, failsOnErrors }: { readonly strict: boolean; readonly failsOnErrors: boolean },
): ExitCode {
  if (configurationError) return exitCodes.misused
  const { error, warning } = countFindings(diagnostics)
  const errors = failsOnErrors || strict ? error : 0
  const warnings = strict ? warning : 0
  return ok && errors + warnings === 0 ? exitCodes.done : exitCodes.failed
}

/** Prints the findings of a run in the form that was asked for. @param forPeople the stream for text */
export function printFindings(
  call: Call,
  result: BuildResult,
  exitCode: ExitCode,
  forPeople: Stream,
): void {
  const { options, streams, env } = call
  const { diagnostics, sources } = result
  if (options.format === 'json')
    streams.out.write(reportJson({ ...result, ok: exitCode === exitCodes.done }, diagnostics))
  else if (options.format === 'sarif')
    streams.out.write(reportSarif(diagnostics, ownPackage().version, prefixOf(call)))
  else if (options.format === 'github') streams.out.write(reportGithub(diagnostics, prefixOf(call)))
  else {
    const shown = options.quiet
      ? diagnostics.filter(({ severity }) => severity === 'error')
      : diagnostics
    const color = wantsColor(forPeople, options.color, env)
    const text = reportText(shown, { sourceOf: sources, color })
    if (text !== '') forPeople.write(`${text}\n`)
  }
}

/** Where the root lies below the folder of the call, which is the repository's in a workflow. */
function prefixOf(call: Call): string {
  const path = relative(call.cwd, rootOf(call)).split(sep).join('/')
  return path === '' || path.startsWith('..') ? '' : `${path}/`
}

/** `1 post`, `2 posts`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

/** Milliseconds as people say them: `0.42 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
