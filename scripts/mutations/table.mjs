/**
 * Small edits, each of which breaks one rule, and the test file that must notice.
 *
 * @type {readonly { file: string, rule: string, find: string, put: string, test: string }[]}
 */
export const mutations = [
  ...rows('syntax/star-note/attachment.ts', 'syntax/star-note/grammar', [
    ['a call stands behind a letter', '\\p{L}\\p{N}\\p{M}_.,', '\\p{N}\\p{M}_.,'],
    [
      'a call stands behind closing punctuation',
      '…)\\]}»›"\'”’%°>`$€£¥™®©*~]$/u',
      '…\\]}»›"\'”’%°>`$€£¥™®©*~]$/u',
    ],
    ['a call stands behind code', '°>`$€', '°>$€'],
    [
      'a call stands before white space',
      '(?:\\s|$|\\\\(?=[\\r\\n])|[—–<]|--)',
      '(?:$|\\\\(?=[\\r\\n])|[—–<]|--)',
    ],
    ['a call stands before a dash', '|[—–<]|--)', '|[<]|--)'],
    ['a call stands before two hyphens', '[—–<]|--)', '[—–<])'],
    ['a call stands before ’s', "|['’]s\\b|", '|'],
    ['a call stands before punctuation of full width', '、。！？', '。！？'],
    ['a call stands before a hard break', '|\\\\(?=[\\r\\n])|', '|'],
  ]),
  ...rows('syntax/star-note/syntax.ts', 'semantics/notes/conformance', [
    ['`_word_*` is a call', ' && !spanEnds.has(run.start)', ''],
    ['a no-break space parts stars and words', 'if (code !== noBreakSpace)', 'if (code !== -99)'],
    ['blocks are indented by two', 'const indentColumns = 2', 'const indentColumns = 4'],
    [
      'a line that is not a note’s opens none',
      'if (left === 0 || code !== star)',
      'if (code !== star)',
    ],
  ]),
  ...rows('syntax/star-note/syntax.ts', 'syntax/star-note/grammar', [
    ['`FOO_*` is a pattern', "text[run.start - 1] === '_' && !spanEnds.has(run.start)", 'false'],
  ]),
  ...rows('syntax/indented-continuation.ts', 'notes/places', [
    [
      'a note inside a note ends where the other goes on',
      'this.events.length > before',
      'this.events.length >= before',
    ],
  ]),
  ...rows('syntax/star-note/note-lines.ts', 'semantics/notes/conformance', [
    ['notes stand before the end', 'close === undefined || close.type', 'close?.type'],
    ['notes stand before a rule', " || close.type === 'thematicBreak'", ''],
    [
      'a list under “Further reading:” is a list',
      ".trimEnd().endsWith(':')",
      ".trimEnd().endsWith('::')",
    ],
    [
      'a list of several items is no note',
      'block.children.length !== 1',
      'block.children.length < 1',
    ],
    [
      'plain emphasis is no note',
      'return lead.emphasis ? undefined :',
      'return false ? undefined :',
    ],
    [
      'later lines of a paragraph are notes',
      'line <= to; line++)\n    if ((line > from',
      'line <= from; line++)\n    if ((line > from',
    ],
  ]),
  ...rows('syntax/star-note/note-lines.ts', 'syntax/star-note/grammar', [
    ['a task is no note', "typeof item.checked === 'boolean' || ", ''],
    [
      'a list under a heading is a list',
      '!/^(?:foot|end)?notes?:?$/i.test(textOf(block))',
      'false',
    ],
    ['a list under “Notes” is a note', '/^(?:foot|end)?notes?:?$/i', '/^footnotes$/i'],
    [
      'notes before a heading serve its section',
      "close?.type === 'heading' ? sectionStart(blocks, index, close) : 0",
      '0',
    ],
    [
      'sign-offs stand behind notes',
      'if (!isQuiet(block) && !isSignOff(block)) break',
      'if (!isQuiet(block)) break',
    ],
    ['sign-offs stand among notes', 'if (isSignOff(block)) continue', ''],
  ]),
  ...rows('syntax/star-note/leading-run.ts', 'syntax/star-note/grammar', [
    [
      'emphasis that leaves a star over begins a note',
      "=== '*' ? { partial: true } : { emphasis: true }",
      "=== '*' ? { emphasis: true } : { emphasis: true }",
    ],
    ['stars that emphasis leaves over may be the marker', 'left: first.value.length', 'left: 0'],
  ]),
  ...rows('syntax/star-note/pairing.ts', 'semantics/notes/conformance', [
    [
      'a call takes a note with its stars',
      'const waiting = byStars.get(call.stars)',
      'const waiting = [...byStars.values()][0]',
    ],
    [
      'a note of another section is no note',
      '(waiting.at(-1) as OpenNote).line.scope > call.offset',
      'false',
    ],
  ]),
  ...rows('syntax/star-note/pairing.ts', 'syntax/star-note/grammar', [
    [
      'a call in a note looks in its own run first',
      'own?.find((note) => note !== call.owner) ?? follow.get(call)',
      'follow.get(call)',
    ],
    [
      'a call counts only where it is printed',
      'const reached = new Set([body])',
      'const reached = new Set([body, ...ofNote.values()])',
    ],
  ]),
  ...rows('syntax/star-note/settle.ts', 'semantics/notes/conformance', [
    [
      'a line that nothing calls is text again',
      'if (loose.length === 0) return',
      'if (loose.length >= 0) return',
    ],
  ]),
  ...rows('syntax/star-note/reuse.ts', 'syntax/star-note/reuse', [
    ['what stands before a known block stays', "parts.push('x')", "parts.push('')"],
    [
      'places are those of the whole text',
      'const number = lineNumbers[line - 1] ?? 1',
      'const number = line',
    ],
    [
      'a block that begins a run is parted from what is above',
      'return line === 1 || isBlankLine(text, lines, line - 1)',
      'return true',
    ],
    [
      'a block that ends a run is parted from what is below',
      'return blank.test(rest) && isBlankLine(text, lines, end.line + 1)',
      'return true',
    ],
  ]),
  ...rows('syntax/star-note/blocks.ts', 'syntax/star-note/reuse', [
    [
      'what may continue a note is read again',
      '!isIndented(text, lines, start.line)',
      'start.line > 0',
    ],
    ['notes may define addresses', '!definesMore &&', ''],
  ]),
  ...rows('syntax/star-note/blocks.ts', 'syntax/star-note/known-notes', [
    [
      'what nothing closes above a note is read again',
      '!(aboveNotes && mayBeOpen(text, node))',
      'end >= 0',
    ],
  ]),
  ...rows('syntax/star-note/reuse.ts', 'syntax/star-note/known-notes', [
    [
      'what ends elsewhere before a note is read with it',
      'open !== undefined && open < offset',
      'open === -1',
    ],
  ]),
  ...rows('syntax/accelerator/long-runs.ts', 'syntax/accelerator/gate', [
    ['a long run that may close emphasis is refused', 'firstOpening < at', 'firstOpening > at'],
    [
      'a long run that may open emphasis is refused',
      'opens && at < lastClosing',
      'opens && at < 0',
    ],
    ['pairs of emphasis are passed over', "'x'.repeat(whole.length)", 'whole'],
    ['other marks are refused', 'if (longOfOthers.test(lines)) return true', ''],
  ]),
  ...rows('syntax/star-note/known-notes.ts', 'syntax/star-note/known-notes', [
    ['a note that may go on is read', 'below.test(text.slice(end))', 'end > 0'],
    ['a note that begins with another block is read', '.every(isWords)', '.every(Boolean)'],
    ['a note whose words may be an address is read', "typed.includes(']:')", 'typed === text'],
    [
      'a note whose stars are told otherwise is read',
      'isSettled(plain.text, content)',
      "content.type === 'paragraph'",
    ],
    ['what stands in two notes is read', "if (node.type !== 'text') return undefined", ''],
  ]),
  ...rows('syntax/star-note/known-blocks.ts', 'syntax/star-note/reuse', [
    [
      'stars that are not what they look like are read again',
      'if (!holdsStars(text, node) || !own.has(node)) return false',
      '',
    ],
    [
      'a run that may be a call and open emphasis is read again',
      'if (mayLoosen(text, typed, start.offset ?? 0)) return false',
      '',
    ],
    ['what emphasis leaves of a run is read again', '/[*_~]/.test(', '/[]/.test('],
    [
      'what defines anything is read again',
      'if (defines && !defining) return false',
      "if (node.type === 'heading') return true",
    ],
    [
      'blocks with rules of their own are read again',
      'else if (starred && !verbatim.has(node.type)) return false',
      'else if (node.type === undefined) return false',
    ],
  ]),
  ...rows('syntax/star-note/left-over-stars.ts', 'semantics/notes/conformance', [
    ['`FOO_*` is a pattern in known paragraphs too', "text[at - 1] !== '_' && ", ''],
  ]),
  ...rows('syntax/star-note/find-facts.ts', 'semantics/notes/findings', [
    ['six stars are many', 'const countable = 5', 'const countable = 6'],
    ['calls go upwards', 'if (stars < before && node.position)', 'if (stars < 0 && node.position)'],
    [
      'a second call is told of',
      'if (first?.node.position && second?.node.position)',
      'if (false)',
    ],
  ]),
  ...rows('semantics/notes/number-notes.ts', 'semantics/notes/resolve-notes', [
    ['the body comes first', '  take(body, undefined)\n', ''],
    ['notes in notes are numbered', 'take(note.definition.node, note)', 'void note'],
  ]),
  ...rows('semantics/notes/note-names.ts', 'semantics/notes/resolve-notes', [
    ['no two ids are the same', 'ids.some((id) => taken.has(id))', 'false'],
    [
      'a label that is a name is in the id',
      'slug.length <= longest ? slug : undefined',
      'slug.length <= longest ? undefined : undefined',
    ],
  ]),
  ...rows('semantics/notes/unbound-calls.ts', 'notes/derived', [
    [
      'derived words have no mark of a missing note',
      '...(unboundCall && { data',
      '...(false && { data',
    ],
    ['stars without a note are such marks', "'FN101', 'FN301', 'FN309'", "'FN101', 'FN309'"],
  ]),
  ...rows('semantics/notes/place-of-block.ts', 'notes/places', [
    ['a place ends with the words', 'return tail === 0 ? position', 'return tail >= 0 ? position'],
  ]),
  ...rows('semantics/notes/leftovers.ts', 'notes/fixes', [
    ['lines below a note without a colon are notes', 'lists.add(words.parent)', ''],
  ]),
  ...rows('semantics/notes/leftovers.ts', 'notes/fixes', [
    [
      'a note that nothing calls gets no colon',
      'sameLine && [...callers].some((each) => each !== parent)',
      'sameLine',
    ],
  ]),
  ...rows('semantics/notes/links-as-notes.ts', 'notes/fixes', [
    [
      'a number that nothing calls gets no caret',
      'calls.some((at) => at < from || at >= to)',
      'from <= to',
    ],
  ]),
  ...rows('semantics/notes/note-bodies.ts', 'notes/fixes', [
    ['a repair leaves a note called', 'each.atTop && reached.has(each.note)', 'each.atTop'],
  ]),
  ...rows('syntax/is-blank.ts', 'semantics/notes/findings', [
    ['a picture in HTML is something', '|| shownElement.test(html.slice(open, open + 9))', ''],
    ['a comment in HTML is nothing', "html.startsWith('<!--', open) ? '-->' : '>'", "'>'"],
  ]),
  ...rows('semantics/notes/as-definition.ts', 'semantics/notes/to-labels', [
    ['markers of quotes are no words', "line.replace(/^[ \\t>]+/, '')", 'line'],
  ]),
  ...rows('semantics/notes/spaces-before-calls.ts', 'notes/fixes', [
    ['a call at the beginning of a line stays', '|| beginsLine(before) ', ''],
  ]),
  ...rows('semantics/notes/unused-notes.ts', 'notes/fixes', [
    ['a note that may be meant is not taken out', "suggested.has(node.label ?? '')", 'false'],
  ]),
  ...rows('semantics/notes/to-labels.ts', 'notes/to-labels', [
    ['blocks of labelled notes are indented by four', "insert: '  ' })", "insert: '' })"],
    ['calls are rewritten', '    ...calls,\n', ''],
  ]),
  ...rows('semantics/notes/inline-notes.ts', 'semantics/notes/resolve-notes', [
    ['an empty inline note is printed', 'if (isBlank(child.children)) {', 'if (false) {'],
  ]),
  ...rows('semantics/notes/calls-in-links.ts', 'semantics/notes/resolve-notes', [
    [
      'a call leaves the words of a link',
      "child.type === 'link' || child.type === 'linkReference' ? takeCalls(child) : []",
      '[]',
    ],
  ]),
  ...rows('hast/notes-section.ts', 'notes/pages', [
    ['each item has its number', 'value: String(note.number),', "value: '1',"],
    [
      'there is a way back for each call',
      'return note.references.flatMap(({ ordinal }, index) => {',
      'return note.references.slice(0, 1).flatMap(({ ordinal }, index) => {',
    ],
    [
      'the way back leads to the call',
      'referenceId(key, note.name, ordinal)',
      'referenceId(key, note.name, ordinal + 1)',
    ],
    [
      'each item has its id',
      'id: noteId(key, note.name),',
      'id: noteId(key, String(note.number + 1)),',
    ],
  ]),
  ...rows('hast/notes-section.ts', 'notes/marks', [
    [
      'ways back have names',
      'strings.backToText(note.number, ordinal, count)',
      'strings.backToText(note.number, 1, 1)',
    ],
    ['the heading is in the language of the post', 'text(context.strings.notes)', "text('Notes')"],
    ['items carry the author’s marks', "context.marks === 'number' ? {} :", 'true ? {} :'],
  ]),
  ...rows('syntax/star-note/attachment.ts', 'semantics/notes/findings', [
    ['a detached call has a space before it', 'if (spaces === 0 ||', 'if (spaces === 9 ||'],
  ]),
  ...rows('syntax/star-note/syntax.ts', 'syntax/star-note/spec', [
    ['a call never opens emphasis', 'if (run.attached && token._close) token._open = false', ''],
  ]),
  ...rows('syntax/star-note/syntax.ts', 'syntax/star-note/grammar', [
    ['CommonMark’s rule of three holds', 'token._close && !token._open && !', 'token._close && !'],
  ]),
  ...rows('syntax/star-note/note-lines.ts', 'syntax/star-note/grammar', [
    ['notes stand before a heading', "close.type === 'heading' || close", 'close'],
  ]),
  ...rows('syntax/star-note/note-lines.ts', 'syntax/star-note/grammar', [
    [
      'rules stand among notes',
      "if (isQuiet(block) || block.type === 'thematicBreak') continue",
      'if (isQuiet(block)) continue',
    ],
  ]),
  ...rows('syntax/star-note/pairing.ts', 'semantics/notes/findings', [
    ['no note calls itself', 'own?.find((note) => note !== call.owner)', 'own?.[0]'],
  ]),
  ...rows('syntax/star-note/settle.ts', 'syntax/star-note/spec', [
    [
      'fewer stars are tried',
      'if (pass <= mostPasses && retryWithFewerStars(pairing, markers, tried)) continue',
      '',
    ],
  ]),
  ...rows('semantics/notes/definitions.ts', 'semantics/notes/conformance', [
    [
      'the first of two notes wins',
      '} else definitions.set(identifier, { kind',
      '}\n    definitions.set(identifier, { kind',
    ],
  ]),
]

/** Edits of one file, all noticed by one test file. */
function rows(file, test, edits) {
  return edits.map(([rule, find, put]) => ({ file, test, rule, find, put }))
}
