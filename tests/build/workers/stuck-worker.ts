import { parentPort, workerData } from 'node:worker_threads'

// Stands in for the thread that reads posts: it never comes to the end of one that is called "stuck".
const { progress, place, paths, key } = workerData
for (;;) {
  const number = Atomics.add(progress, 0, 1)
  const path = paths[number]
  if (path === undefined) break
  Atomics.store(progress, place, number + 1)
  while (path.includes('stuck')) Atomics.load(progress, 0)
  parentPort?.postMessage({ number, digest: `digest of ${path}`, known: { diagnostics: [], key } })
}
Atomics.store(progress, place, 0)
