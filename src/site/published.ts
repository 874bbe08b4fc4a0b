import type { Essay } from '../model/essay.ts'

/** What a build lets through besides what is due. */
export interface PublishOptions {
  /** Milliseconds since 1970 that count as now. */
  readonly now: number
  readonly drafts: boolean
  /** Lets scheduled and expired posts through. */
  readonly future: boolean
}

/** A bare day has begun somewhere on Earth this long before its midnight in UTC (UTC+14:00). */
const earliestZone = 14 * 3_600_000

/**
 * Why a post is kept out of a published site; undefined where it is due.
 *
 * A bare day is due as soon as it begins anywhere, so that an author's own day never counts as the future.
 */
export function heldBecause(
  essay: Pick<Essay, 'front'>,
  now: number,
): 'draft' | 'scheduled' | 'expired' | undefined {
  const { front } = essay
  if (front.draft) return 'draft'
  const due = dueAt(front)
  if (due !== undefined && due > now) return 'scheduled'
  if (front.expires && front.expires.instant <= now) return 'expired'
  return undefined
}

/** The moments at which an essay comes into the published site, or leaves it; milliseconds since 1970. */
export function turningPoints({ front }: Pick<Essay, 'front'>): readonly number[] {
  if (front.draft) return []
  return [dueAt(front), front.expires?.instant].filter((point) => point !== undefined)
}

function dueAt(front: Essay['front']): number | undefined {
  const due = front.publishAt ?? front.date
  return due && due.instant - (isBareDay(due.text) ? earliestZone : 0)
}

/** True where the essay belongs in the site that these options ask for. */
export function isPublished(essay: Essay, options: PublishOptions): boolean {
  const held = heldBecause(essay, options.now)
  if (held === undefined) return true
  return held === 'draft' ? options.drafts : options.future
}

/** How many essays are kept out of a site, by the reason. */
export type HeldCounts = Readonly<Record<'draft' | 'scheduled' | 'expired', number>>

export function countHeld(essays: readonly Essay[], options: PublishOptions): HeldCounts {
  const held = { draft: 0, scheduled: 0, expired: 0 }
  for (const essay of essays) {
    const reason = heldBecause(essay, options.now)
    if (reason && !isPublished(essay, options)) held[reason]++
  }
  return held
}

function isBareDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
