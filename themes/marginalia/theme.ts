import { extendTheme } from 'ibid/theme'
import plain from '../plain/theme.ts'
import '../shared/drawn-arrow.css'
import '../shared/margin-anchors.css'
import '../shared/margin-notes.css'
import './fonts.css'
import './marginalia.css'
import { FirstFonts } from './first-fonts.tsx'

/** For long essays: a book's page, with the notes in its margin. */
export default extendTheme(plain, { name: 'marginalia', head: FirstFonts })
