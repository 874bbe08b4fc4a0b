import { nearestName } from '../model/nearest-name.ts'
import { type CommandName, commandNames, commands } from './commands.ts'
import {
  defaultOptions,
  type OptionAbout,
  type Options,
  optionTable,
  UsageError,
} from './options.ts'

/** What was typed, understood. */
export interface Invocation {
  /** Undefined where only help or the version is wanted. */
  readonly command: CommandName | undefined
  /** What stands behind the command that is no option. */
  readonly words: readonly string[]
  readonly options: Options
}

/** What was typed, or why it is not understood: a sentence, and what to type instead. */
export type Parsed =
  | { readonly understood: true; readonly invocation: Invocation }
  | { readonly understood: false; readonly message: string; readonly hint: string | undefined }

/** Words and options as they stand, before they are looked at together. */
interface Typed {
  readonly words: readonly string[]
  readonly given: readonly {
    readonly option: OptionAbout
    readonly typed: string
    readonly value: string
  }[]
}

/**
 * Reads the arguments of the command line. Options may stand anywhere, as `--option value` or
 * `--option=value`; behind `--` there are only words. Where an option is given twice, the last counts.
 *
 * @param argv without the names of node and of the script
 */
export function parseArguments(argv: readonly string[]): Parsed {
  try {
    const { words: all, given } = split(argv)
    const changes = given.map(({ option, typed, value }) => readValue(option, typed, value))
    const options: Options = Object.assign({ ...defaultOptions }, ...changes)
    const asksHelp = all[0] === 'help'
    const [first, ...words] = asksHelp ? all.slice(1) : all
    const helpful = asksHelp ? { ...options, help: true } : options
    if (first === undefined) {
      if (helpful.help || helpful.version) return understood(undefined, [], helpful)
      return {
        understood: false,
        message: 'No command is given.',
        hint: `ibid ${commandNames.join(' | ibid ')}`,
      }
    }
    const command = commandOf(first)
    if (!helpful.help && !helpful.version) checkTogether(command, words, given)
    return understood(command, words, helpful)
  } catch (error) {
    if (error instanceof Misuse)
      return { understood: false, message: error.message, hint: error.hint }
    throw error
  }
}

function understood(
  command: CommandName | undefined,
  words: readonly string[],
  options: Options,
): Parsed {
  return { understood: true, invocation: { command, words, options } }
}

/** Ends the reading of arguments; never leaves this file. */
class Misuse extends Error {
  readonly hint: string | undefined
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

function split(argv: readonly string[]): Typed {
  const words: string[] = []
  const given: { option: OptionAbout; typed: string; value: string }[] = []
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    if (argument === '--') return { words: [...words, ...argv.slice(i + 1)], given }
    if (!/^-./.test(argument)) {
      words.push(argument)
      continue
    }
    const equals = argument.indexOf('=')
    const typed = equals < 0 ? argument : argument.slice(0, equals)
    const option = optionOf(typed)
    if (option.value === undefined) {
      if (equals >= 0) throw new Misuse(`${typed} takes no value.`, typed)
      given.push({ option, typed, value: '' })
      continue
    }
    const next = argv[i + 1]
    if (equals < 0 && (next === undefined || next.startsWith('--')))
      throw new Misuse(`${typed} needs a value.`, `${typed} ${option.value}`)
    given.push({ option, typed, value: equals < 0 ? (next ?? '') : argument.slice(equals + 1) })
    if (equals < 0) i++
  }
  return { words, given }
}

function optionOf(typed: string): OptionAbout {
  const found = optionTable.find(
    ({ name, letter }) => typed === `--${name}` || typed === `-${letter}`,
  )
  if (found) return found
  const name = typed.replace(/^-+/, '')
  const names = optionTable.map((option) => option.name)
  const nearest = names.find((known) => known === `no-${name}`) ?? nearestName(name, names)
  throw new Misuse(
    `There is no option ${typed}.`,
    nearest === undefined ? 'ibid --help' : `--${nearest}`,
  )
}

function readValue(option: OptionAbout, typed: string, value: string): Partial<Options> {
  try {
    return option.read(value)
  } catch (error) {
    if (error instanceof UsageError)
      throw new Misuse(`${typed} ${error.message}.`, `${typed} ${option.value}`)
    throw error
  }
}

function commandOf(typed: string): CommandName {
  const found = commandNames.find((name) => name === typed)
  if (found) return found
  const nearest = nearestName(typed, commandNames)
  throw new Misuse(
    `There is no command "${typed}".`,
    nearest === undefined ? 'ibid --help' : `ibid ${nearest}`,
  )
}

function checkTogether(
  command: CommandName,
  words: readonly string[],
  given: Typed['given'],
): void {
  for (const { option, typed } of given)
    if (option.commands && !option.commands.includes(command))
      throw new Misuse(
        `${typed} belongs to ibid ${option.commands.join(' and ibid ')}, not to ibid ${command}.`,
        `ibid ${command} --help`,
      )
  const { least, most, words: expected } = commands[command]
  if (words.length < least)
    throw new Misuse(`ibid ${command} needs ${expected}.`, commands[command].example)
  if (words.length > most)
    throw new Misuse(
      `"${words[most]}" is one word too many for ibid ${command}.`,
      `ibid ${command}${expected === '' ? '' : ` ${expected}`}`,
    )
}
