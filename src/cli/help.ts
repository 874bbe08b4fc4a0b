import { type CommandName, commandNames, commands } from './commands.ts'
import { type OptionAbout, optionTable } from './options.ts'

/** `ibid --help`. */
export function helpText(): string {
  const rows = commandNames.map(
    (name) => [`ibid ${name} ${commands[name].words}`.trimEnd(), commands[name].does] as const,
  )
  return [
    'Ibid makes a static blog of essays with notes.\n',
    'Commands:',
    ...columns(rows),
    '\nOptions:',
    ...columns(optionTable.map(optionRow)),
    '\nMore on a command: ibid <command> --help\n',
  ].join('\n')
}

/** `ibid <command> --help`. */
export function commandHelp(name: CommandName): string {
  const { words, does, more, example } = commands[name]
  const options = optionTable.filter((option) => option.commands?.includes(name) ?? true)
  return [
    `ibid ${name} ${words}`.trimEnd(),
    `  ${does}\n`,
    `${more}\n`,
    'Options:',
    ...columns(options.map(optionRow)),
    `\nExample: ${example}\n`,
  ].join('\n')
}

function optionRow({
  name,
  letter,
  value,
  does,
  commands: known,
}: OptionAbout): readonly [string, string] {
  const typed = `${letter === undefined ? '' : `-${letter}, `}--${name}${value === undefined ? '' : ` ${value}`}`
  return [typed, known ? `${does} (${known.join(', ')})` : does]
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([typed]) => typed.length))
  return rows.map(([typed, does]) => `  ${typed.padEnd(width)}  ${does}`)
}
