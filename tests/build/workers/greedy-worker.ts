import { parentPort, workerData } from 'node:worker_threads'

// Stands in for the thread that reads posts: it takes ever more memory for one that is called "greedy".
const { progress, place, paths, key } = workerData
for (;;) {
  const number = Atomics.add(progress, 0, 1)
  const path = paths[number]
  if (path === undefined) break
  Atomics.store(progress, place, number + 1)
  for (const all: unknown[] = []; path.includes('greedy'); )
    all.push(new Array(1000).fill(all.length))
  parentPort?.postMessage({ number, digest: `digest of ${path}`, known: { diagnostics: [], key } })
}
Atomics.store(progress, place, 0)
