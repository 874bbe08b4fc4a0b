import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { SourcePath } from '../model/paths.ts'
import type { KnownEssay } from './cache/build-memory.ts'

/** Milliseconds. A text that takes longer will not be read by anyone either; with all else, a build then takes less than ten seconds for it. */
export const longestWait = 8_000

/** Milliseconds. A text that takes longer is handed to a thread, so that whoever waits can go on answering. */
export const firstWait = 1500

/** An essay cannot be made into a page; the site has to do without it. */
export class EssayGivenUpError extends Error {
  override readonly name = 'EssayGivenUpError'
  readonly source: SourcePath
  readonly finding: Diagnostic

  constructor(source: SourcePath, finding: Diagnostic) {
    super(finding.message)
    this.source = source
    this.finding = finding
  }
}

const bisect =
  'Cut it in two, again and again, to find the part that is at fault, and put that into a block of code (```).'

/** @param milliseconds that it was given */
export function tooSlow(file: string, milliseconds = longestWait): Diagnostic {
  return diagnose('LM112', {
    message: `This text was given up: reading it takes more than ${milliseconds / 1000} seconds.`,
    file,
    hint: bisect,
  })
}

/** @param megabytes that it was given */
export function tooHeavy(file: string, megabytes: number): Diagnostic {
  return diagnose('LM113', {
    message: `This text was given up: reading it takes more than ${megabytes} megabytes of memory.`,
    file,
    hint: bisect,
  })
}

export function tooDeep(file: string): Diagnostic {
  return diagnose('LM104', {
    message: 'This text was given up: something in it is nested too deep to be read.',
    file,
    hint: bisect,
  })
}

/** True for what V8 throws where calls stand too deep in one another. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}

/** True for findings that another day, or another machine, may not come to: they are not kept. */
export function isOfTheMoment({ code }: Diagnostic): boolean {
  return code === 'LM112' || code === 'LM113'
}

/** What is known of an essay that was given up. */
export function withoutEssay(
  { digest, context }: Pick<KnownEssay, 'digest' | 'context'>,
  diagnostics: readonly Diagnostic[],
): KnownEssay {
  return { digest, context, diagnostics }
}
