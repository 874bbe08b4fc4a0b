import type { CodeEntry } from './code-entry.ts'

/** Findings about feeds. */
export const feedCodes = {
  FD101: {
    name: 'missing-post-id',
    severity: 'warning',
    title: 'A post has no id of its own for feeds',
  },
  FD102: { name: 'duplicate-post-id', severity: 'error', title: 'Two posts have the same id' },
  FD103: {
    name: 'feed-shortened',
    severity: 'info',
    title: 'A feed holds fewer posts than it is allowed to',
  },
  FD104: {
    name: 'post-too-long-for-feeds',
    severity: 'warning',
    title: 'A post is too long to stand in a feed',
  },
  FD105: {
    name: 'shared-note-key',
    severity: 'warning',
    title: 'The notes of two posts have the same ids',
  },
  FD201: {
    name: 'lost-address',
    severity: 'error',
    title: 'An address that a post had leads there no more',
  },
  FD202: {
    name: 'lost-post',
    severity: 'error',
    title: 'A post that was published is gone, and nothing stands at its address',
  },
  FD203: {
    name: 'changed-post-id',
    severity: 'error',
    title: 'A post has another id than it was published with',
  },
  FD204: {
    name: 'bad-permalink-record',
    severity: 'error',
    title: 'The record of permalinks cannot be read',
  },
} as const satisfies Record<string, CodeEntry>
