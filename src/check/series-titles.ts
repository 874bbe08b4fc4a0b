import type { ContentDate } from '../model/content-date.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import type { KeyPlace } from './post-names.ts'

/** Parts that call their series otherwise than the part by which it is called. */
export function checkSeriesTitles(essays: readonly Essay[], placeOf: KeyPlace): Diagnostic[] {
  const first = new Map<string, Essay>()
  return essays.toSorted(byPart).flatMap((essay) => {
    const { id, title } = essay.front.series ?? {}
    if (essay.kind !== 'post' || id === undefined || title === undefined) return []
    const said = first.get(id)
    if (said === undefined) first.set(id, essay)
    const name = said?.front.series?.title
    if (said === undefined || name === title) return []
    return diagnose('FM118', {
      message: `This part calls its series “${title}”, and an earlier one “${name}”, which is what readers see.`,
      file: essay.source,
      place: placeOf(essay.source, 'series'),
      hint: 'Give the title in one part and leave it out of the others.',
      related: [
        {
          message: 'The title that readers see.',
          file: said.source,
          place: placeOf(said.source, 'series'),
        },
      ],
    })
  })
}

/** As a series has them: by part, then by date. */
function byPart(a: Essay, b: Essay): number {
  return partOf(a) - partOf(b) || instantOf(a.date) - instantOf(b.date)
}

const partOf = ({ front }: Essay): number => front.series?.part ?? Number.MAX_SAFE_INTEGER
const instantOf = (date: ContentDate | undefined): number => date?.instant ?? 0
