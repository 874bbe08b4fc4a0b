/** Waits for changes and rebuilds, one rebuild at a time. */
export interface RebuildQueue {
  /** Says that a file changed. @param path absolute */
  readonly touch: (path: string) => void
  /** The same of a file whose page somebody waits for. Resolves when that change is rebuilt, or the one after next has begun. */
  readonly hurry: (path: string) => Promise<void>
  /** Rebuilds though nothing has changed, once no rebuild runs. */
  readonly renew: () => void
  /** Rebuilds for the first time, which no change does. Resolves when that is done. */
  readonly start: () => Promise<void>
  /** Drops what is waiting and waits for the rebuild that is running. */
  readonly close: () => Promise<void>
}

/** How a queue works. */
export interface QueueManners extends Partial<QueuePace> {
  /** Does at once what is enough for some changes, even while a rebuild runs; false where it is not. */
  readonly alone?: (touched: ReadonlySet<string>) => boolean
}

/** How long the queue waits; milliseconds. */
interface QueuePace {
  /** From the first change to the rebuild, so that a save in several steps is one change. */
  readonly settle: number
  /** From the start of one rebuild to the start of the next, at least. */
  readonly interval: number
}

/** Editors save in one go, or in steps that are microseconds apart; five rebuilds a second are as many as an eye can follow. */
const defaultPace: QueuePace = { settle: 4, interval: 200 }

/** Of more changes at once, none is looked at by itself: they are no author's saves. */
const mostSingly = 8

/**
 * Makes a queue in which the newest state wins: whatever changes while a rebuild runs is one further rebuild.
 * A first change after a quiet time is rebuilt at once; a storm of them is not put off for ever.
 *
 * @param rebuild gets the paths that changed since it was last called; must not throw
 */
export function createRebuildQueue(
  rebuild: (touched: ReadonlySet<string>) => Promise<void>,
  { alone = () => false, ...manners }: QueueManners = {},
): RebuildQueue {
  const pace = { ...defaultPace, ...manners }
  let touched = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let lastChange = Number.NEGATIVE_INFINITY
  let isStale = false
  // Before the first rebuild and after the last one, changes are only kept in mind.
  let waiting = true

  const schedule = (): void => {
    if (waiting || timer || touched.size === 0) return
    const rest = lastChange + pace.interval - performance.now()
    timer = setTimeout(step, Math.max(pace.settle, rest))
  }
  const step = (): void => {
    timer = undefined
    if (touched.size === 0) return
    lastChange = performance.now()
    if (alone(touched)) touched = new Set()
    else if (!running) void run()
    else if (touched.size <= mostSingly) eachAlone()
  }
  /** What has to wait for the next rebuild keeps nothing else waiting for it. */
  const eachAlone = (): void => {
    for (const path of [...touched]) if (alone(new Set([path]))) touched.delete(path)
  }
  const run = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    isStale = false
    const batch = touched
    touched = new Set()
    running = rebuild(batch).finally(() => {
      running = undefined
      if (isStale && !waiting) void run()
      else schedule()
    })
    return running
  }
  return {
    touch: (path) => {
      touched.add(path)
      schedule()
    },
    hurry: async (path) => {
      if (!waiting && alone(new Set([path]))) {
        touched.delete(path)
        return
      }
      touched.add(path)
      lastChange = performance.now()
      // One that is saved again and again keeps nobody waiting for ever.
      for (let turns = 0; turns < 2 && touched.has(path) && !waiting; turns++)
        await (running ?? run())
    },
    renew: () => {
      isStale = true
      if (!waiting && !running) void run()
    },
    start: () => {
      waiting = false
      lastChange = performance.now()
      return run()
    },
    close: async () => {
      waiting = true
      clearTimeout(timer)
      await running
    },
  }
}
