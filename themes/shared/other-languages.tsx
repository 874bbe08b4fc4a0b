import { languageName, type PageProps, type Translation } from 'ibid/theme'
import { Separated } from './separated.tsx'

interface OtherLanguagesProps extends PageProps {
  readonly translations: readonly Translation[] | undefined
}

/** The essay in other languages, each called by its own name. */
export const OtherLanguages = ({ translations = [], strings, href }: OtherLanguagesProps) =>
  translations.length > 0 && (
    <p class="translations">
      {strings.otherLanguages}:{' '}
      <Separated
        by=", "
        items={translations.map(({ lang, route, title }) => (
          <a href={href(route)} hreflang={lang} lang={lang} rel="alternate" title={title}>
            {languageName(lang)}
          </a>
        ))}
      />
    </p>
  )
