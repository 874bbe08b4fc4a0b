export { type ListedNote, listNotes } from './list.ts'
export { type ResolvedNotes, resolveNotes } from './resolve-notes.ts'
export { parseSharedNotes, type SharedNote } from './shared-notes.ts'
export { toLabels } from './to-labels.ts'
