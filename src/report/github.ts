import type { Diagnostic } from '../model/diagnostic.ts'
import { catalogue } from '../model/diagnostic-codes.ts'
import { inReadingOrder } from './order.ts'
import { regionOf } from './region.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * Workflow commands that GitHub shows beside the lines of a change.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * @param prefix path of the site's root in the repository, with `/` at its end, or `''`
 */
export function reportGithub(diagnostics: readonly Diagnostic[], prefix = ''): string {
  return inReadingOrder(diagnostics)
    .map((diagnostic) => `${commandOf(diagnostic, prefix)}\n`)
    .join('')
}

function commandOf(
  { code, severity, message, file, place, hint }: Diagnostic,
  prefix: string,
): string {
  const { line, column, endLine, endColumn } = regionOf(place)
  const title: readonly Property[] = [['title', `${code} ${catalogue[code].name}`]]
  const where: readonly Property[] =
    file === ''
      ? []
      : [
          ['file', prefix + file],
          ['line', line],
          ['endLine', endLine],
          // Columns are only read where the finding stays on its line.
          ...(endLine === line
            ? ([
                ['col', column],
                ['endColumn', endColumn],
              ] as const)
            : []),
        ]
  const properties = [...where, ...title].map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  )
  const text = hint === undefined ? message : `${message}\nHint: ${hint}`
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(text)}`
}

type Property = readonly [name: string, value: string | number]

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
