/** Stands in HTML for a call of a note; its attribute `note` is the note's label. Forged ones call nothing that is not there. */
export const noteCallTag = 'ibid-note-call'
/** Stands in HTML for a place that a link of the same post leads to; its attribute `name` is the place. */
export const anchorTag = 'ibid-anchor'
