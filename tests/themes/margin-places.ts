import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Where a note of the margin and its call stand, in pixels of the page. */
export interface Place {
  readonly note: number
  readonly left: number
  readonly right: number
  readonly top: number
  /** Of its words: the foot under them is no part of it. */
  readonly bottom: number
  /** Middle of the note's first line. */
  readonly line: number
  /** Middle of the line that the call stands in. */
  readonly called: number
  /** Height of a line of the text. */
  readonly leading: number
  /** How much of the note's width is cut off. */
  readonly cut: number
}

/** Where the notes stand that are in the margin; none where they stand at the end. */
export const placesOf = (page: Page): Promise<readonly Place[]> =>
  page.locator('.notes > ol > li').evaluateAll((items) => {
    const leading = parseFloat(
      getComputedStyle(document.querySelector('article') as Element).lineHeight,
    )
    return items
      .filter((li) => getComputedStyle(li).position === 'absolute')
      .map((li) => {
        const box = li.getBoundingClientRect()
        const number = Number(li.getAttribute('value'))
        const call = document.querySelector(`[data-note="${number}"]`) as Element
        const sup = (call.parentElement as Element).getBoundingClientRect()
        const own = parseFloat(getComputedStyle(li).lineHeight)
        return {
          note: number,
          left: box.left,
          right: box.right,
          top: box.top + scrollY,
          bottom: box.bottom - parseFloat(getComputedStyle(li).paddingBlockEnd) + scrollY,
          line: box.top + scrollY + own / 2,
          // The call is raised: the middle of its line is lower than its own.
          called: (sup.top + sup.bottom) / 2 + scrollY + leading * 0.22,
          leading,
          cut: li.scrollWidth - li.clientWidth,
        }
      })
  })

/** Fails where two notes touch, one has no height, or one is cut off. */
export function assertApart(places: readonly Place[]) {
  for (const [i, place] of places.entries()) {
    const above = places[i - 1]
    if (above)
      assert.ok(place.top >= above.bottom + 8, `notes ${above.note} and ${place.note} touch`)
    assert.ok(place.bottom > place.top + 10, `note ${place.note} has no height`)
    assert.ok(place.cut <= 0, `note ${place.note} is cut off by ${place.cut} px`)
  }
}

/**
 * Fails unless a note is as high as its call where the note above leaves it room, and right under that one elsewhere.
 *
 * @returns how many had the room
 */
export function assertBeside(places: readonly Place[]) {
  let free = 0
  for (const [i, place] of places.entries()) {
    const above = places[i - 1]
    const crowded = above !== undefined && Math.abs(place.top - above.bottom - 16) < 1.5
    if (crowded) {
      assert.ok(place.line >= place.called - place.leading, `note ${place.note} is above its call`)
      continue
    }
    free++
    const off = Math.abs(place.line - place.called)
    assert.ok(off < place.leading, `note ${place.note} is ${off} px from its call`)
  }
  return free
}
