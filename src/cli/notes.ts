import { realpath, stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { compileContext } from '../build/compile-context.ts'
import { annotate } from '../essay/annotate.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import { sourcePath } from '../model/paths.ts'
import { printable } from '../report/display.ts'
import { reportText } from '../report/text.ts'
import { type ListedNote, listNotes, toLabels } from '../semantics/notes/index.ts'
import { decodeText } from '../syntax/decode.ts'
import { type Call, type Command, CommandError, exitCodes } from './call.ts'
import { replaceText } from './replace-text.ts'
import { siteRoot } from './site-root.ts'
import { siteWorld } from './site-world.ts'
import { wantsColor } from './terminal.ts'

/** `ibid notes <file>`: the notes of a post and where they are called; or, with `--to-labels`, all of them as labels. */
export const notes: Command = async (call) => {
  const root = siteRoot(call)
  const files = siteWorld(root, call).source
  const source = await readSource(call, root)
  const { context, diagnostics } = await compileContext(files)
  if (!context) return refuse(call, source, diagnostics)
  const read = annotate(source, context)
  if (!read.readable) return refuse(call, source, read.diagnostics)
  if (call.options.toLabels) return rewrite(call, root, source, toLabels(source, read.resolved))
  const listed = listNotes(read.resolved.notes)
  call.streams.out.write(listed.length === 0 ? 'No notes.\n' : `${listed.map(row).join('\n')}\n`)
  return exitCodes.done
}

async function rewrite(call: Call, root: string, source: Source, better: string) {
  const { out } = call.streams
  if (better === source.text) {
    out.write(`${source.path} has no star or inline note.\n`)
    return exitCodes.done
  }
  if (!(await replaceText(root, source.path, source.text, better)))
    throw new CommandError(`${source.path} was changed meanwhile, and is left as it is.`)
  out.write(`Rewrote the notes of ${source.path} with labels.\n`)
  return exitCodes.done
}

/** `3  star **     12:1   text of the note …   called at 4:17, 9:2` */
function row({ number, kind, label, file, line, column, text, calls }: ListedNote): string {
  const typed = label === null ? kind : `${kind} ${kind === 'star' ? label : `[^${label}]`}`
  const place = `${file === undefined ? '' : `${file}:`}${line}:${column}`
  const called = calls
    .map(
      (each) =>
        `${each.line}:${each.column}${each.inNote === undefined ? '' : ` in note ${each.inNote}`}`,
    )
    .join(', ')
  return `${String(number).padStart(3)}  ${typed.padEnd(14)}  ${place.padEnd(8)}  ${printable(text)}  (called at ${called})`
}

/**
 * Reads the file that was named from where the author is, or else, as findings name it, from the site's root.
 *
 * @throws CommandError where the file is none of the site's, or no text
 */
async function readSource(call: Call, root: string): Promise<Source> {
  const typed = call.words[0] ?? ''
  const absolute = await realpath(resolve(call.cwd, typed))
    .catch(() => realpath(resolve(root, typed)))
    .catch(() => undefined)
  const inside = relative(await realpath(root), absolute ?? '')
    .split(sep)
    .join('/')
  if (absolute === undefined) throw new CommandError(`There is no file ${typed}.`)
  if (!inside.startsWith('content/'))
    throw new CommandError(
      `${typed} does not lie in the folder content/ of the site.`,
      '--root <dir>',
    )
  if (!(await stat(absolute)).isFile())
    throw new CommandError(`${typed} is no file.`, 'ibid notes content/posts/on-locks.md')
  const path = sourcePath(inside)
  const { text, diagnostics } = decodeText(path, await siteWorld(root, call).source.read(path))
  if (text === undefined)
    throw new CommandError(
      diagnostics[0]?.message ?? `${typed} is no text.`,
      undefined,
      exitCodes.failed,
    )
  return { path, text }
}

function refuse(call: Call, source: Source, diagnostics: readonly Diagnostic[]) {
  const sourceOf = (path: string) => (path === source.path ? source.text : undefined)
  call.streams.err.write(
    reportText(diagnostics, {
      sourceOf,
      color: wantsColor(call.streams.err, call.options.color, call.env),
    }),
  )
  return exitCodes.failed
}
