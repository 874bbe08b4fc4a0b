import type { StaticPageProps } from 'ibid/theme'
import { OtherLanguages } from '../common/other-languages.tsx'
import { EssayArticle } from './essay-article.tsx'
import { Frame } from './frame.tsx'

/** A page outside the stream of posts. */
export const StaticPage = ({ page, trees, ...props }: StaticPageProps) => (
  <Frame {...props} isEntry>
    <EssayArticle {...props} essay={page.essay} trees={trees}>
      <OtherLanguages {...props} translations={page.translations} />
    </EssayArticle>
  </Frame>
)
