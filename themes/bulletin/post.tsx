import type { PostProps } from 'ibid/theme'
import { PostPage } from '../plain/post.tsx'
import { StatusBar } from './status-bar.tsx'

/** One post, with the state of the affair at its head. */
export const BulletinPost = (props: PostProps) => (
  <PostPage {...props} facts={<StatusBar {...props} />} />
)
