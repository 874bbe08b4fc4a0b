import type { FeedsProps } from 'ibid/theme'
import { Frame } from './frame.tsx'

/** Every feed, with its address to copy. */
export const FeedsPage = ({ trees, ...page }: FeedsProps) => (
  <Frame {...page}>
    <div class="list-head">
      <h1>{page.title}</h1>
    </div>
    {trees.body}
  </Frame>
)
