import type { Position } from 'unist'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { linesOf } from '../lines.ts'

/** How much of a text is looked at to guess what its author meant. */
const sampleSize = 64 * 1024

const programs = /^(?:js|javascript|jsx|mjs|ts|typescript|coffee|coffeescript|cson)$/i

/** The first line, as a place. */
function firstLine(text: string): Position {
  const length = /^[^\r\n]*/.exec(text)?.[0].length ?? 0
  return linesOf(text.slice(0, length)).positionOf(0, length)
}

/** Text after the dashes of the first line: other programs read a language there, and run it. */
export function refusedFence(file: string, text: string, tail: string): Diagnostic {
  const word = tail.trim()
  const shown = word.length > 40 ? `${word.slice(0, 40)}…` : word
  const why = programs.test(word)
    ? 'asks for the front matter to be run as a program, which never happens here'
    : /^(?:toml|json5?|jsonc|xml|ini)$/i.test(word)
      ? `asks for front matter in ${word.toUpperCase()}; front matter is YAML here`
      : 'is no opening line of front matter: nothing may follow the dashes'
  return diagnose('FM301', {
    message: `\`---${tail.startsWith(' ') ? ' ' : ''}${shown}\` ${why}.`,
    file,
    place: firstLine(text),
    hint: /\s/.test(word)
      ? 'Type `---` alone on the first line; if the line is text, type `\\---` at its start.'
      : 'Type `---` alone on the first line, and YAML below it: `title: …`.',
  })
}

/** The opening line stands alone. */
export function unclosed(file: string, text: string): Diagnostic {
  const sample = text.slice(0, sampleSize)
  const lines = sample.split(/\r\n|\r|\n/)
  const body = lines.findIndex((line, i) => i > 0 && !looksLikeYaml(line))
  const rule = 'if the first line is meant as a rule across the page, type `***` there'
  const empty = lines.slice(1, body === -1 ? undefined : body).every((line) => line.trim() === '')
  const hint = empty
    ? `Type \`---\` on a line of its own below the last key; ${rule}.`
    : body === -1
      ? 'Type `---` on a line of its own below the last key.'
      : `Type \`---\` on a line of its own above line ${body + 1}.`
  return diagnose('FM302', {
    message: 'The first line opens front matter, and no closing line of `---` follows.',
    file,
    place: firstLine(text),
    hint,
  })
}

function looksLikeYaml(line: string): boolean {
  return line.trim() === '' || /^(?:[ \t]+\S|- |[\w-]+:(?:\s|$))/.test(line)
}

/** Front matter that another program would read, or that is not where it must be; undefined where there is none. */
export function otherFence(file: string, text: string): Diagnostic | undefined {
  if (/^\+\+\+[ \t]*(?:[\r\n]|$)/.test(text))
    return otherLanguage(file, text, 'TOML (`+++`)', '\\+++')
  if (/^\{\s*"[^"\r\n]{1,80}"\s*:/.test(text)) return otherLanguage(file, text, 'JSON', '\\{')
  const late = /^[\s\ufeff]+(?=---[ \t]*(?:\r\n|\r|\n)[\w-]+:(?:\s|$))/.exec(text)
  if (!late) return undefined
  const offset = late[0].length
  return diagnose('FM304', {
    message:
      'Front matter must begin at the very start of the file; here white space stands before its `---`.',
    file,
    place: linesOf(text.slice(0, offset + 3)).positionOf(offset, offset + 3),
    hint: 'Take away what stands before `---`; if it is meant as a rule across the page, type `***`.',
  })
}

function otherLanguage(file: string, text: string, language: string, escaped: string): Diagnostic {
  return diagnose('FM303', {
    message: `This front matter is ${language}; here it is YAML.`,
    file,
    place: firstLine(text),
    hint: `Write it as YAML between two lines of \`---\`: \`title: …\`. If it is text, type \`${escaped}\`.`,
  })
}
