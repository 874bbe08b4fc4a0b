import type { EssayLink } from '../model/essay.ts'
import { sourcePath } from '../model/paths.ts'
import type { Settings } from '../model/settings.ts'
import type { SettingsPlaces } from './security-text.ts'

/** The links of the main navigation, to be checked like those of essays. */
export function navigationLinks(
  nav: Settings['nav'],
  { file, placeOf }: SettingsPlaces,
): readonly EssayLink[] {
  return nav.map(({ href }, index) => ({
    kind: 'link',
    url: href,
    source: sourcePath(file),
    place: placeOf('nav', String(index), 'href'),
  }))
}
