import { extendTheme } from 'ibid/theme'
import plain from '../plain/theme.ts'
import '../common/drawn-arrow.css'
import '../common/margin-anchors.css'
import '../common/margin-notes.css'
import './fonts.css'
import './marginalia.css'
import { FirstFonts } from './first-fonts.tsx'

/** For long essays: a book's page, with the notes in its margin. */
export default extendTheme(plain, { name: 'marginalia', head: FirstFonts })
