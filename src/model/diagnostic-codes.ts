import type { CodeEntry, Severity } from './codes/code-entry.ts'
import { componentCodes } from './codes/components.ts'
import { feedCodes } from './codes/feeds.ts'
import { fileCodes } from './codes/files.ts'
import { frontMatterCodes } from './codes/front-matter.ts'
import { linkCodes } from './codes/links.ts'
import { markupCodes } from './codes/markup.ts'
import { noteCodes } from './codes/notes.ts'
import { themeCodes } from './codes/themes.ts'

export type { CodeEntry, Severity }

/** Every code that Ibid can report. Codes are permanent: they are how an author finds the manual's page. Never reuse one. */
export const catalogue = {
  ...noteCodes,
  ...frontMatterCodes,
  ...componentCodes,
  ...linkCodes,
  ...markupCodes,
  ...fileCodes,
  ...feedCodes,
  ...themeCodes,
} as const satisfies Record<string, CodeEntry>

export type DiagnosticCode = keyof typeof catalogue
