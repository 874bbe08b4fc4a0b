import { type CommandName, commandNames, commands } from './commands.ts'
import { type OptionAbout, optionTable } from './options.ts'

/** Characters of a line. */
const widest = 100

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
    '\nMore on a command: ibid <command> --help',
    'The manual: node_modules/ibid/docs/README.md\n',
  ].join('\n')
}

/** `ibid <command> --help`. */
export function commandHelp(name: CommandName): string {
  const { words, does, more, example } = commands[name]
  const options = optionTable.filter(
    ({ commands, changes = commands }) => changes?.includes(name) ?? true,
  )
  return [
    `ibid ${name} ${words}`.trimEnd(),
    `  ${does}\n`,
    `${more}\n`,
    'Options:',
    ...columns(options.map(({ commands, ...option }) => optionRow(option))),
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
  const space = Math.max(widest - width - 4, 30)
  return rows.flatMap(([typed, does]) =>
    wrapped(does, space).map(
      (line, number) => `  ${(number === 0 ? typed : '').padEnd(width)}  ${line}`,
    ),
  )
}

/** Cut between words. */
function wrapped(text: string, space: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= space)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
