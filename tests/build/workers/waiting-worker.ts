import { parentPort, workerData } from 'node:worker_threads'

// Stands in for the thread that reads posts: for one that is called "waiting" it gets no processor for a second.
const { progress, place, paths, key } = workerData
const nothing = new Int32Array(new SharedArrayBuffer(4))
for (;;) {
  const number = Atomics.add(progress, 0, 1)
  const path = paths[number]
  if (path === undefined) break
  Atomics.store(progress, place, number + 1)
  if (path.includes('waiting'))
    Atomics.wait(nothing, 0, 0, path.includes('for-ever') ? 60_000 : 1000)
  parentPort?.postMessage({ number, digest: `digest of ${path}`, known: { diagnostics: [], key } })
}
Atomics.store(progress, place, 0)
