import type { EssayContext } from '../hast/context.ts'
import { stringsFor } from '../locale/strings.ts'
import type { Essay } from '../model/essay.ts'
import type { EssaySettings, Settings } from '../model/settings.ts'

/** The settings that texts are read by, without the others. */
export function essaySettings({
  title: _title,
  url: _url,
  description: _description,
  authors: _authors,
  theme: _theme,
  permalink: _permalink,
  pageSize: _pageSize,
  license: _license,
  feeds: _feeds,
  nav: _nav,
  images: _images,
  security: _security,
  ...settings
}: Settings): EssaySettings {
  return settings
}

/** What an essay is rendered by. @param answers what the site says to the essay's links and pictures */
export function essayContext(
  { lang, front }: Pick<Essay, 'lang' | 'front'>,
  settings: EssaySettings,
  answers: Pick<EssayContext, 'resolveLink' | 'image'>,
): EssayContext {
  return {
    ...answers,
    strings: stringsFor(lang),
    html: settings.html,
    marks: front.notes.marks ?? settings.notes.marks,
  }
}
