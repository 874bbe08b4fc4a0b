import type { EssayContext } from '../../hast/context.ts'
import { digest } from './digest.ts'

/** What the rendering of an essay asked of the site: where an address leads, or which picture it shows. */
export type Question = readonly [kind: 'link' | 'image', url: string, from: string]

/** What a site says to the links and pictures of an essay. */
export type Answering = Pick<EssayContext, 'resolveLink' | 'image'>

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

/** Begins the addresses that stand for answers; every address of an author's that begins so is a question itself. */
const standIn = '/.ibid-answer/'

/**
 * Answers for an essay before the site around it is known: in the place of what only the site can tell stands an
 * address with the number of the question.
 */
export function openAnswers(): {
  readonly answers: Answering
  readonly questions: () => readonly Question[]
  /** False once something was asked that changes more than an address and a size. */
  readonly areOpen: () => boolean
} {
  const numbers = new Map<string, number>()
  const questions: Question[] = []
  let open = true
  const ask = (question: Question): string => {
    const key = question.join('\0')
    const number = numbers.get(key) ?? questions.push(question) - 1
    numbers.set(key, number)
    return `${standIn}${number}`
  }
  return {
    answers: {
      resolveLink: (url, from) => (isPlain(url) ? url : ask(['link', url, from])),
      image: (url, from) => {
        // Whether one of another site is shown or linked to is for the settings to say.
        if (isPlain(url)) open = false
        return { src: ask(['image', url, from]) }
      },
    },
    questions: () => questions,
    areOpen: () => open,
  }
}

/** The number of the question that an address stands for; undefined where it stands for itself. */
export function questionOf(address: unknown): number | undefined {
  if (typeof address !== 'string' || !address.startsWith(standIn)) return undefined
  return Number(address.slice(standIn.length))
}
