import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import './nodes.ts'

/** Tokens of star notes to mdast: `starNote`, `starCall` and `starLoose` nodes. */
export function starNoteFromMarkdown(): Extension {
  return {
    enter: { starNote: enterNote, starCall: enterCall, starLoose: enterLoose },
    exit: { starNoteMarker: exitMarker, starNote: exit, starCall: exit, starLoose: exit },
  }
}

function enterNote(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'starNote', count: 0, children: [] }, token)
}

function exitMarker(this: CompileContext, token: Token): undefined {
  const note = this.stack.at(-1)
  if (note?.type === 'starNote') note.count = this.sliceSerialize(token).length
}

function enterCall(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'starCall', value: this.sliceSerialize(token) }, token)
}

function enterLoose(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'starLoose', value: this.sliceSerialize(token) }, token)
}

function exit(this: CompileContext, token: Token): undefined {
  this.exit(token)
}
