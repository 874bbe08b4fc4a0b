import type { EssayContext } from '../../hast/context.ts'
import { digest } from './digest.ts'

/** What the rendering of an essay asked of the site: where an address leads, or which picture it shows. */
export type Question = readonly [kind: 'link' | 'image', url: string, from: string]

type Answering = Pick<EssayContext, 'resolveLink' | 'image'>

/** True for an address that leads to the same place whatever the site: it is no question to the site. */
export function isPlain(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(url)
}

/** Lets through what a rendering asks, and keeps the questions that only the site can answer. */
export function overheard(context: Answering): {
  readonly context: Answering
  readonly questions: () => readonly Question[]
} {
  const asked = new Map<string, Question>()
  const hear = (question: Question): void => void asked.set(question.join('\0'), question)
  return {
    context: {
      resolveLink: (url, from) => {
        if (!isPlain(url)) hear(['link', url, from])
        return context.resolveLink(url, from)
      },
      image: (url, from) => {
        hear(['image', url, from])
        return context.image(url, from)
      },
    },
    questions: () => [...asked.values()],
  }
}

/** Stands for all the answers that a site gives to some questions; `''` where there are none. */
export function answersTo(questions: readonly Question[], context: Answering): string {
  if (questions.length === 0) return ''
  const answers = questions.map(([kind, url, from]) =>
    kind === 'link' ? context.resolveLink(url, from) : (context.image(url, from) ?? null),
  )
  return digest(JSON.stringify(answers))
}

/** Answers that are right on any site, for essays that ask nothing else. Whoever did ask has to be rendered again. */
export const plainAnswers: Answering = { resolveLink: (url) => url, image: () => undefined }
