import { readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { printable } from '../../report/display.ts'
import { reportText, summaryOf } from '../../report/text.ts'
import { type Call, type ExitCode, exitCodes, rootOf } from '../call.ts'
import { counted } from '../findings.ts'
import { quotedShell } from '../quoted-shell.ts'
import { wantsColor } from '../terminal.ts'
import type { ImportCounts, Written } from './write-imported.ts'

/** A longer file is not shown beside what is said of it: an export may have any size. */
const longestShown = 2 * 1024 * 1024

/** Prints what was imported, what could not be turned, and what to type next. @returns the exit code */
export function printImport(call: Call, written: Written): ExitCode {
  const { options, streams } = call
  const { diagnostics } = written
  const shown = options.quiet
    ? diagnostics.filter(({ severity }) => severity === 'error')
    : diagnostics
  const { out } = streams
  if (!options.quiet) out.write(countsText(written))
  const color = wantsColor(out, options.color, call.env)
  const findings = reportText(shown, { sourceOf: (file) => textOf(call.cwd, file), color })
  if (findings !== '') out.write(`\n${findings}\n${summaryOf(shown)}\n`)
  if (written.settings.missing !== '' && !options.quiet) out.write(missingText(written))
  if (!options.quiet) out.write(nextText(call))
  const failed = diagnostics.some(({ severity }) => severity === 'error')
  return failed ? exitCodes.failed : exitCodes.done
}

function countsText({ made, kept, settings }: Written): string {
  const lines = [
    ...(total(made) > 0 || settings.made
      ? [`Imported ${listed(made)}${settings.made ? ', and wrote content/site.yaml' : ''}.`]
      : []),
    ...(total(kept) > 0
      ? [
          `${total(made) > 0 ? '' : 'Nothing is new. '}Already there, and the same: ${listed(kept)}.`,
        ]
      : []),
  ]
  return `${(lines.length > 0 ? lines : ['Nothing was found to import.']).join('\n')}\n`
}

function total({ post, page, copy }: ImportCounts): number {
  return post + page + copy
}

function listed({ post, page, copy }: ImportCounts): string {
  return `${counted(post, 'post')}, ${counted(page, 'page')}, ${counted(copy, 'file')}`
}

function missingText({ settings }: Written): string {
  const lines = settings.missing.trimEnd().replace(/^/gm, '  ')
  return `\ncontent/site.yaml is there already and was left as it is. The other blog says:\n\n${printableLines(lines)}\n`
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n')
}

function nextText(call: Call): string {
  const path = relative(call.cwd, rootOf(call))
  const root = path === '' ? '' : ` --root ${quotedShell(path)}`
  return `\nNext:\nnpx ibid check${root}\nnpx ibid freeze${root}\n`
}

/** The text of a file of the other blog, to show the line that a finding is about. */
function textOf(cwd: string, file: string): string | undefined {
  const path = resolve(cwd, file)
  try {
    const stats = statSync(path)
    return stats.isFile() && stats.size <= longestShown ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}
