import { copyOnClick } from './copy.ts'
import { listen } from './listen.ts'
import { createOverlay } from './overlay.ts'
import { createPageUpdater } from './update-page.ts'

const facts = new URL(import.meta.url).searchParams
const overlay = createOverlay(document)
const updatePage = createPageUpdater(facts)

copyOnClick(document)
listen(facts.get('token') ?? '', async (update) => {
  overlay.show(update)
  await updatePage(update)
})
