import { livePath, ownPath, type Update, updateEvent } from '../live/protocol.ts'

const firstWait = 250
const longestWait = 5_000

/**
 * Listens for rebuilds. When the connection is lost, waits until the server answers again; a server that was
 * started anew has another secret, which only a new page knows.
 *
 * @param told is called for one update at a time, in order
 */
export function listen(token: string, told: (update: Update) => Promise<void>): void {
  let queue = Promise.resolve()
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const address = `${scheme}://${location.host}${livePath}?token=${encodeURIComponent(token)}`
  const open = (): void => {
    const socket = new WebSocket(address, 'vite-hmr')
    let opened = false
    socket.addEventListener('open', () => {
      opened = true
    })
    socket.addEventListener('message', ({ data }) => {
      const update = readUpdate(String(data))
      if (update) queue = queue.then(() => told(update)).catch(() => location.reload())
    })
    socket.addEventListener('close', () => {
      waitForServer(firstWait).then(opened ? open : () => location.reload())
    })
  }
  open()
}

function readUpdate(data: string): Update | undefined {
  const message: unknown = JSON.parse(data)
  const isUpdate =
    typeof message === 'object' &&
    message !== null &&
    'event' in message &&
    message.event === updateEvent &&
    'data' in message
  return isUpdate ? (message.data as Update) : undefined
}

async function waitForServer(wait: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, wait))
  const answers = await fetch(ownPath, { method: 'HEAD' }).then(
    () => true,
    () => false,
  )
  if (!answers) await waitForServer(Math.min(wait * 2, longestWait))
}
