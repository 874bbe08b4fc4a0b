import type { CodeEntry } from './code-entry.ts'

/** Findings about files and limits. */
export const fileCodes = {
  FS101: { name: 'empty-file', severity: 'error', title: 'A file has nothing in it' },
  FS102: { name: 'utf-16', severity: 'error', title: 'A file is in UTF-16 or UTF-32' },
  FS103: { name: 'not-text', severity: 'error', title: 'A file is no text' },
  FS104: { name: 'invalid-utf-8', severity: 'error', title: 'A file is not valid UTF-8' },
  FS105: { name: 'nul-character', severity: 'error', title: 'A NUL character in a text' },
  FS106: { name: 'control-character', severity: 'error', title: 'A control character in a text' },
  FS107: {
    name: 'direction-control',
    severity: 'warning',
    title: 'An unseen character that changes the direction of writing',
  },
  FS108: {
    name: 'lost-character',
    severity: 'warning',
    title: 'The sign for a character that was lost',
  },
  FS201: { name: 'output-collision', severity: 'error', title: 'Two owners of one output file' },
  FS202: {
    name: 'output-file-and-folder',
    severity: 'error',
    title: 'One output path is both a file and a folder',
  },
  FS203: {
    name: 'output-name-too-long',
    severity: 'error',
    title: 'A name in an output path is too long',
  },
  FS301: { name: 'link-leaves-site', severity: 'error', title: 'A link that is not followed' },
  FS302: { name: 'special-file', severity: 'error', title: 'Not a regular file' },
  FS303: { name: 'bad-file-name', severity: 'error', title: 'A file name that is not valid UTF-8' },
  FS304: { name: 'unreadable-file', severity: 'error', title: 'A file cannot be read' },
  FS305: {
    name: 'file-for-folder',
    severity: 'error',
    title: 'A file stands where a folder is wanted',
  },
  FS306: {
    name: 'folder-for-file',
    severity: 'error',
    title: 'A folder stands where a file is wanted',
  },
  FS401: {
    name: 'output-folder-refused',
    severity: 'error',
    title: 'The output folder must not be written to',
  },
  FS402: { name: 'build-locked', severity: 'error', title: 'Another build is at work' },
  FS403: { name: 'output-not-written', severity: 'error', title: 'The site could not be written' },
  FS404: {
    name: 'output-blocked',
    severity: 'error',
    title: 'Something in the output folder is in the way',
  },
  FS501: {
    name: 'host-without-headers',
    severity: 'info',
    title: 'The site goes to a host that sends no headers of its own',
  },
  FS601: {
    name: 'not-imported',
    severity: 'warning',
    title: 'Something of another blog was not taken over as it was',
  },
  FS602: {
    name: 'import-unread',
    severity: 'error',
    title: 'A file of another blog cannot be read',
  },
  FS603: {
    name: 'import-not-written',
    severity: 'error',
    title: 'A file that is imported cannot be written',
  },
  LM101: { name: 'file-too-large', severity: 'error', title: 'A file is too large' },
  LM102: { name: 'line-too-long', severity: 'error', title: 'A line is too long' },
  LM103: {
    name: 'blocks-too-deep',
    severity: 'error',
    title: 'Lists, quotations and boxes stand too deep in one another',
  },
  LM104: {
    name: 'marks-too-deep',
    severity: 'error',
    title: 'Emphasis, brackets and the like stand too deep in one another',
  },
  LM105: { name: 'table-too-wide', severity: 'error', title: 'A table has too many columns' },
  LM106: { name: 'tables-too-large', severity: 'error', title: 'Tables have too many cells' },
  LM107: { name: 'too-many-notes', severity: 'error', title: 'A post has too many notes' },
  LM108: { name: 'too-many-calls', severity: 'error', title: 'A post calls notes too often' },
  LM109: {
    name: 'front-matter-too-long',
    severity: 'error',
    title: 'Front matter or settings are too long',
  },
  LM110: {
    name: 'front-matter-too-deep',
    severity: 'error',
    title: 'Front matter or settings are nested too deep',
  },
  LM111: {
    name: 'too-many-marks',
    severity: 'error',
    title: 'One paragraph has too many marks to be read in good time',
  },
  LM112: { name: 'post-too-slow', severity: 'error', title: 'A post takes too long to read' },
  LM113: {
    name: 'post-too-heavy',
    severity: 'error',
    title: 'A post takes too much memory to read',
  },
  LM114: { name: 'too-many-lines', severity: 'error', title: 'A text has too many lines' },
} as const satisfies Record<string, CodeEntry>
