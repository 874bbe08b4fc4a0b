import type { Child, EssayTrees, Page, PageProps, Post } from 'ibid/theme'
import { AdvisoryFacts } from '../common/advisory-facts.tsx'
import { Contents } from '../common/contents.tsx'
import { Corrections } from '../common/corrections.tsx'
import { StatusNotice } from '../common/status-notice.tsx'

interface EssayArticleProps extends PageProps {
  readonly essay: (Post | Page)['essay']
  readonly trees: EssayTrees
  /** Stands between the standfirst and the text. */
  readonly byline?: Child
  /** Stands in the place of the advisory's facts, where a theme has its own form for them. */
  readonly facts?: Child
  /** Stands at the foot of the article. */
  readonly children?: Child
}

/** Characters from which on a title is set smaller. */
const longTitle = 120

/**
 * An essay. Title, standfirst, text and notes are children of the article itself: readers' programs
 * lose what stands in wrappers.
 */
export const EssayArticle = ({
  essay,
  trees,
  byline,
  facts,
  children,
  ...page
}: EssayArticleProps) => (
  <article class={['e-content', hasSigns(essay, page) && 'signs']}>
    <h1 class={['p-name', essay.title.length > longTitle && 'long']}>
      {trees.title ?? essay.title}
    </h1>
    {essay.front.subtitle !== undefined && <p class="subtitle">{essay.front.subtitle}</p>}
    {essay.standfirst !== undefined && (
      <figure class={['pull-quote', 'standfirst']}>
        <blockquote>
          <p>{essay.standfirst}</p>
        </blockquote>
      </figure>
    )}
    {byline}
    <StatusNotice {...page} essay={essay} />
    {facts ?? <AdvisoryFacts essay={essay} strings={page.strings} />}
    <Contents essay={essay} strings={page.strings} />
    {trees.body}
    {trees.notes}
    <Corrections essay={essay} strings={page.strings} />
    {children}
  </article>
)

/** Whether notes are marked with stars and daggers; a style sheet cannot tell before it has seen the last note. */
const hasSigns = (essay: EssayArticleProps['essay'], { site }: PageProps): boolean =>
  (essay.front.notes.marks ?? site.settings.notes.marks) !== 'number'
