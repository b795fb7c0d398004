// Serves folders over HTTP on this machine, to any page.
import { readFile } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'

const contentTypes = { '.js': 'text/javascript', '.json': 'application/json' }

/** Each folder appears under its name: `{ driver: '/a/b' }` serves `/a/b/package.json` as `/driver/package.json`. */
export async function serveFolders(folders) {
  const server = http.createServer(async (request, response) => {
    const body = await readRequested(folders, request.url).catch(() => undefined)
    const type = contentTypes[path.extname(request.url)] ?? 'application/octet-stream'
    response.writeHead(body ? 200 : 404, { 'access-control-allow-origin': '*', 'content-type': type })
    response.end(body)
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { port: server.address().port, close }
}

async function readRequested(folders, url) {
  const { pathname } = new URL(url, 'http://localhost')
  const [, name, ...rest] = path.posix.normalize(decodeURIComponent(pathname)).split('/')
  return readFile(path.join(folders[name], ...rest))
}
