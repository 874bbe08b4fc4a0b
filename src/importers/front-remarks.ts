import type { ImportProblem } from './imported.ts'
import type { RefusedValue } from './post-file.ts'
import type { ToldOnce } from './told-once.ts'

/** Tells of values that Ibid would refuse, and where they went. */
export function refusedProblems(
  file: string,
  refused: readonly RefusedValue[],
): readonly ImportProblem[] {
  return refused.map(({ key, message, hint }) => ({
    kind: 'problem',
    file,
    message: `${message} It is kept as \`x-${key.replace(/^x-/, '')}\`, or left out.`,
    hint,
  }))
}

/** Tells once of each key that means nothing here. @param once the free keys, `x-…`, and their files */
export function freeKeyProblems(once: ToldOnce): readonly ImportProblem[] {
  return once.problems((key, files) => ({
    message: `\`${key.slice(2)}\` means nothing to Ibid and is kept as \`${key}\`: ${files}.`,
    hint: 'Take it away if nothing of your own reads it.',
  }))
}

/**
 * Tells once of pictures that stand for posts and are not whole.
 *
 * @param once `alt` for those without a description, `picture` for those without a file
 * @param where the file was looked for, in words
 * @param instead what stands for the description
 */
export function pictureProblems(
  once: ToldOnce,
  where: string,
  instead: string,
): readonly ImportProblem[] {
  return once.problems((key, files) =>
    key === 'alt'
      ? {
          message: `The picture that stands for a post has no description, so the ${instead} stands there: ${files}.`,
          hint: 'image: { src: …, alt: What it shows }',
        }
      : {
          message: `The picture that stands for a post is not found ${where}, so it is left out: ${files}.`,
          hint: 'Put it beside the post: image: { src: cover.jpg, alt: What it shows }',
        },
  )
}
