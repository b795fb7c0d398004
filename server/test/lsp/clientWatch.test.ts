import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

it('ends a server that is busy soon after its client has ended', async () => {
  const bundle = join(mkdtempSync(join(tmpdir(), 'postmortem-')), 'busy.cjs')
  const source =
    "import { watchClient } from './clientWatch.ts'; watchClient(Number(process.argv[2])); setTimeout(() => { process.stdout.write('busy'); for (;;); }, 100)"
  const resolveDir = join(import.meta.dirname, '../../src')
  await build({ stdin: { contents: source, resolveDir }, outfile: bundle, bundle: true, platform: 'node' })
  const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const server = spawn(process.execPath, [bundle, String(client.pid)])
  const ended = once(server, 'exit')
  await once(server.stdout, 'data')
  expect(server.exitCode).toBeNull()
  client.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
}, 20_000)
