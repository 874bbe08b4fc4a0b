import type { PageProps, Translation } from 'ibid/theme'
import { Separated } from './separated.tsx'

interface OtherLanguagesProps extends PageProps {
  readonly translations: readonly Translation[] | undefined
}

/** The essay in other languages, each called by its own name. */
export const OtherLanguages = ({ translations = [], ...page }: OtherLanguagesProps) =>
  translations.length > 0 && (
    <p class="translations">
      {page.strings.otherLanguages}:{' '}
      <Separated
        by=", "
        items={translations.map(({ lang, route, title }) => (
          <a href={page.href(route)} hreflang={lang} lang={lang} rel="alternate" title={title}>
            {page.languageName(lang)}
          </a>
        ))}
      />
    </p>
  )
