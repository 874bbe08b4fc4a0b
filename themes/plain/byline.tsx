import { bylineOf, type PageProps, type Post, readingMinutes } from 'ibid/theme'
import { Authors } from '../common/authors.tsx'
import { correctionsId } from '../common/corrections.tsx'
import { Day } from '../common/day.tsx'
import { Parts } from '../common/parts.tsx'

interface BylineProps extends PageProps {
  readonly post: Post
}

/** Who wrote a post, when, and how long it takes to read. */
export const Byline = ({ post, ...page }: BylineProps) => {
  const { essay } = post
  const { strings } = page
  const minutes = readingMinutes(essay.words)
  const writers = bylineOf(essay, page)
  return (
    <p class="byline">
      <Held post={post} strings={strings} />
      <Parts
        items={[
          essay.front.guest && strings.guestPost,
          writers.length > 0 && <Authors {...page} essay={essay} />,
          essay.date && <Day date={essay.date} strings={strings} class="dt-published" />,
          updateOf(post, page),
          <span class="reading-time">{strings.minutes(minutes.body, minutes.withNotes)}</span>,
        ]}
      />
    </p>
  )
}

/** When the post was last changed, with the way to what was changed. */
function updateOf({ essay }: Post, { strings }: PageProps) {
  const { updated, updates } = essay.front
  if (updated === undefined) return undefined
  return (
    <>
      {updates.length > 0 ? (
        <a href={`#${correctionsId(essay)}`}>{strings.updated}</a>
      ) : (
        strings.updated
      )}{' '}
      <Day date={updated} strings={strings} class="dt-updated" />
    </>
  )
}

/** Says in previews why a post would be kept out of the published site. */
export const Held = ({ post, strings }: Pick<BylineProps, 'post' | 'strings'>) =>
  post.held !== undefined && (
    <>
      <strong class="held">{strings[post.held]}</strong>{' '}
    </>
  )
