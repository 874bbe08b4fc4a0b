/** Which constructs beyond CommonMark a text needs. Each costs time, some on every character. */
export interface Features {
  readonly table: boolean
  readonly strikethrough: boolean
  readonly taskList: boolean
  /** Addresses that stand bare in the text. This construct alone doubles the tokenizer's time. */
  readonly literalLinks: boolean
  readonly inlineNotes: boolean
  readonly labelledNotes: boolean
  /** Container and leaf directives, `:::name` and `::name`. */
  readonly directives: boolean
  /** The text directive `:pull[…]`. */
  readonly pull: boolean
}

/** Every construct; what a text without gates would be read with. */
export const allFeatures: Features = {
  table: true,
  strikethrough: true,
  taskList: true,
  literalLinks: true,
  inlineNotes: true,
  labelledNotes: true,
  directives: true,
  pull: true,
}

/**
 * What a text may hold. A construct that is off could not have opened anywhere; only `literalLinks` is a
 * guess, to be confirmed on the tree (see `mayHoldLiteralLink`).
 */
export function featuresOf(text: string): Features {
  return {
    table: holdsDelimiterRow(text),
    strikethrough: text.includes('~'),
    // A line ending counts as the blank of an empty box (micromark-extension-gfm-task-list-item).
    taskList: /\[(?:[\t xX]\]|[\r\n])/.test(text),
    literalLinks: holdsBareAddress(text),
    inlineNotes: text.includes('^['),
    labelledNotes: text.includes('[^'),
    directives: text.includes('::'),
    pull: text.includes(':pull['),
  }
}

/** GFM 0.29, 4.10: a delimiter row is hyphens with pipes or colons, behind the markers of block quotes. */
function holdsDelimiterRow(text: string): boolean {
  if (!text.includes('-')) return false
  for (const [row] of text.matchAll(/^[\t >]*[|:-][\t |:-]*$/gm))
    if (row.includes('-') && /[|:]/.test(row)) return true
  return false
}

const address = /https?:\/\/|www\.|@/gi

/** An address that no link destination, angle bracket or attribute seems to hold. */
function holdsBareAddress(text: string): boolean {
  for (const { 0: found, index } of text.matchAll(address)) {
    const before = text.slice(Math.max(0, index - 2), index)
    if (found === '@') {
      if (/[\w.+-]$/.test(before)) return true
    } else if (!/(?:\]\(|[<"'=/]|:[ \t])$/.test(before)) return true
  }
  return false
}

/**
 * Whether words of a tree that was read without `literalLinks` would have been read otherwise with it:
 * an address can only open where the tokenizer met plain text.
 */
export function mayHoldLiteralLink(words: string): boolean {
  return /https?:\/\/|www\.|[\w.+-]@[\w-]/i.test(words)
}
