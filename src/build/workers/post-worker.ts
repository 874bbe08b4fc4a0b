import { parentPort, workerData } from 'node:worker_threads'
import { nodeSource } from '../../io/node-source.ts'
import { satteriReader } from '../../io/satteri-reader.ts'
import { sourcePath } from '../../model/paths.ts'
import { decodeText } from '../../syntax/decode.ts'
import { encodeText } from '../cache/compact-tree.ts'
import { digest } from '../cache/digest.ts'
import { facetsOf, headOf } from '../cache/essay-head.ts'
import { knownTerms } from '../cache/known-terms.ts'
import { mostWhole } from '../compile-known.ts'
import { compilePost, renderAlone } from '../compile-post.ts'
import type { WorkerAnswer, WorkerTask } from './protocol.ts'

// A thread that compiles posts until none is left. It takes the next number itself, so that it never waits
// for an answer while there is something to do.
const task = workerData as WorkerTask
const files = nodeSource(task.root)
const { progress, place, paths } = task
const context = { ...task.context, quick: task.quick ? await satteriReader() : undefined }

/** Essays that this thread has sent as they are. */
let whole = 0

for (;;) {
  const number = Atomics.add(progress, 0, 1)
  const path = paths[number]
  if (path === undefined) break
  Atomics.store(progress, place, number + 1)
  const answer = compiled(number, path)
  parentPort?.postMessage(answer, answer.text ? [answer.text.buffer as ArrayBuffer] : [])
}
Atomics.store(progress, place, 0)

function compiled(number: number, path: string): WorkerAnswer {
  const bytes = files.readNow(sourcePath(path))
  const { text = '' } = decodeText(sourcePath(path), bytes)
  const source = { path: sourcePath(path), text }
  const { essay, diagnostics } = compilePost(source, context)
  const read = { number, digest: digest(bytes) }
  if (!essay) return { ...read, known: { diagnostics } }
  const facets = facetsOf(essay, `${read.digest} ${task.key}`)
  const terms = knownTerms(essay, facets)
  const rendered = renderAlone(essay, task.context.settings)
  const kept = rendered && encodeText(rendered.text)
  const isQuick = true
  const known = { diagnostics, facets, head: headOf(essay), isQuick }
  if (!rendered || !kept)
    return whole++ < mostWhole
      ? { ...read, known: { diagnostics, facets, isQuick }, essay, terms }
      : { ...read, known, terms }
  // A buffer of its own: what Node cuts from its pool cannot be handed over.
  const { questions, diagnostics: found } = rendered
  return { ...read, known, text: Uint8Array.from(kept), questions, found, terms }
}
