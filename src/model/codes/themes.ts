import type { CodeEntry } from './code-entry.ts'

/** Findings about themes. */
export const themeCodes = {
  TH101: { name: 'unknown-theme', severity: 'error', title: 'There is no theme of this name' },
  TH102: { name: 'theme-syntax', severity: 'error', title: 'A file of the theme cannot be read' },
  TH103: { name: 'theme-import', severity: 'error', title: 'The theme imports what is not there' },
  TH104: {
    name: 'theme-style',
    severity: 'error',
    title: 'A style sheet of the theme cannot be read',
  },
  TH105: { name: 'theme-incomplete', severity: 'error', title: 'The theme lacks a part' },
  TH106: {
    name: 'unknown-component',
    severity: 'error',
    title: 'A component of the theme is not defined',
  },
  TH107: { name: 'theme-threw', severity: 'error', title: 'The theme threw an error' },
  TH108: {
    name: 'bad-content',
    severity: 'error',
    title: 'The theme puts on a page what is no content',
  },
  TH109: {
    name: 'forbidden-attribute',
    severity: 'error',
    title: 'The theme writes an attribute that no page may carry',
  },
  TH110: {
    name: 'bad-attribute',
    severity: 'error',
    title: 'The theme gives an attribute a value it cannot have',
  },
  TH111: {
    name: 'theme-not-built',
    severity: 'error',
    title: 'A built-in theme is missing from the installation',
  },
  TH112: {
    name: 'unsafe-page',
    severity: 'error',
    title: 'The theme made a page that is not safe to print',
  },
  TH113: {
    name: 'theme-too-slow',
    severity: 'error',
    title: 'The theme takes too long to draw a page',
  },
} as const satisfies Record<string, CodeEntry>
