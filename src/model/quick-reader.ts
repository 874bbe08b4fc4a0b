import type { Root } from 'mdast'

/**
 * Another parser than the one of record, far quicker: Markdown to mdast with GFM, without front matter. It is
 * asked only where it is known to give the same tree (`syntax/accelerator/`). Places are those of the text; an
 * address that stands bare in the text is a link, with a place or without one. It may throw.
 */
export type QuickReader = (text: string) => Root
