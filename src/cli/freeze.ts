import { type FreezePlan, type IdToWrite, planFreeze } from '../build/freeze.ts'
import { nodeFolder } from '../io/node-folder.ts'
import { systemErrorSentence } from '../io/system-error.ts'
import { recordPath } from '../model/permalinks.ts'
import { printable } from '../report/display.ts'
import { reportText, summaryOf } from '../report/text.ts'
import { type Call, type Command, CommandError, type ExitCode, exitCodes } from './call.ts'
import { counted } from './findings.ts'
import { replaceText } from './replace-text.ts'
import { siteRoot } from './site-root.ts'
import { siteWorld } from './site-world.ts'
import { wantsColor } from './terminal.ts'

/** `ibid freeze`: missing ids are written, and the addresses of published posts are recorded. */
export const freeze: Command = async (call) => {
  const { options, streams, signal } = call
  const root = siteRoot(call)
  const plan = await planFreeze(siteWorld(root, call), options.forget)
  if (signal.aborted) return exitCodes.interrupted
  if (!plan.knewForgotten)
    throw new CommandError(
      `${recordPath} has no post and no address ${JSON.stringify(options.forget)}.`,
      'ibid freeze --forget <id|address>, as it stands in that file',
    )
  printFindings(call, plan)
  if (!plan.configured) return exitCodes.misused
  const outcome = await written(root, plan)
  const say = (line: string) => options.quiet || streams.out.write(`${line}\n`)
  for (const { path, id } of outcome.ids) say(`${printable(path)}: id ${id}`)
  for (const path of outcome.changed)
    streams.err.write(`${printable(path)} was changed meanwhile and is left alone: run it again.\n`)
  if (plan.record) say(summary(plan, outcome))
  return exitCodeOf(plan, outcome)
}

/** What became of a plan. */
interface Outcome {
  readonly ids: readonly IdToWrite[]
  /** Files that were not what was read, so that nothing was written to them. */
  readonly changed: readonly string[]
  readonly recorded: boolean
}

/** The ids first: a record of an id that stands in no file would be a lie. */
async function written(root: string, { ids, record }: FreezePlan): Promise<Outcome> {
  const done: IdToWrite[] = []
  const changed: string[] = []
  for (const each of ids) {
    const { path, before, after, undated } = each
    const replaced = await attempt(path, () =>
      replaceText(root, path, before, after, { keepTime: undated }),
    )
    if (replaced) done.push(each)
    else changed.push(path)
  }
  const wanted = record !== undefined && record.before !== record.after
  if (!wanted || changed.length > 0) return { ids: done, changed, recorded: false }
  const { before, after } = record
  const recorded = await attempt(recordPath, () =>
    before === undefined
      ? nodeFolder(root).create(recordPath, new TextEncoder().encode(after))
      : replaceText(root, recordPath, before, after),
  )
  return { ids: done, changed: recorded ? [] : [recordPath], recorded }
}

async function attempt(path: string, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    throw new CommandError(
      `${path} cannot be written: ${systemErrorSentence(error)}`,
      undefined,
      exitCodes.failed,
    )
  }
}

function printFindings(
  { options, streams, env }: Call,
  { diagnostics, sources }: FreezePlan,
): void {
  if (diagnostics.length === 0) return
  const color = wantsColor(streams.err, options.color, env)
  streams.err.write(`${reportText(diagnostics, { sourceOf: sources, color })}\n`)
  streams.err.write(`${summaryOf(diagnostics)}\n`)
}

function summary({ record }: FreezePlan, { ids, recorded }: Outcome): string {
  const known = `${counted(record?.posts ?? 0, 'post')} in ${recordPath}`
  const wrote = ids.length === 0 ? 'No id was missing' : `Wrote ${counted(ids.length, 'id')}`
  return `${wrote}; ${known}${recorded ? '' : ', unchanged'}.`
}

function exitCodeOf({ diagnostics }: FreezePlan, { changed }: Outcome): ExitCode {
  const failed = changed.length > 0 || diagnostics.some(({ severity }) => severity !== 'info')
  return failed ? exitCodes.failed : exitCodes.done
}
