import { extendTheme } from 'ibid/theme'
import plain from '../plain/theme.ts'
import '../common/drawn-arrow.css'
import '../common/margin-anchors.css'
import '../common/margin-notes.css'
import './fonts.css'
import './bulletin.css'
import './status-bar.css'
import './print.css'
import { FirstFonts } from './first-fonts.tsx'
import { BulletinPost } from './post.tsx'

/** For advisories and posts in an emergency: what is wrong, how bad it is and what to do, first. */
export default extendTheme(plain, {
  name: 'bulletin',
  layouts: { post: BulletinPost },
  head: FirstFonts,
})
