/** Rounds with a full disk, each with a new service on a real small file system; writes a table. */
import { writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DiskRound, runOnFullDisk } from '../test/support/full-disk.ts'
import { temporaryFolder } from '../test/support/real-server.ts'
import { smallDisk } from '../test/support/small-disk.ts'

const MEGABYTES = 48
const rounds = Number(process.argv[2] ?? 12)
const kinds = [
  { name: 'data on the full disk', kill: false, logInside: false },
  { name: 'data and log on it', kill: false, logInside: true },
  { name: 'data and log on it, killed while full', kill: true, logInside: true },
]

async function round({ kill, logInside }: (typeof kinds)[number]): Promise<DiskRound> {
  const disk = smallDisk(MEGABYTES)
  if (!disk)
    throw new Error('torture:disk needs a user who may mount a disk image (root on Linux).')
  const outside = temporaryFolder()
  try {
    const logFile = join(logInside ? disk.path : outside.path, 'log')
    return await runOnFullDisk({ disk, logFile, kill, chats: 4, fullMs: 2_000 })
  } finally {
    disk.remove()
    outside.remove()
  }
}

const lines: string[] = []
let failed = false
for (const kind of kinds) {
  const results: DiskRound[] = []
  for (let n = 0; n < rounds / kinds.length; n += 1) {
    const result = await round(kind)
    for (const what of result.broken) console.log(`${kind.name}: ${what}`)
    results.push(result)
  }
  const sum = (of: (result: DiskRound) => number) => results.reduce((all, one) => all + of(one), 0)
  const most = (of: (result: DiskRound) => number) => Math.max(...results.map(of))
  const broken = sum(({ broken: list }) => list.length)
  failed ||= broken > 0
  lines.push(
    `| ${kind.name} | ${results.length} | ${sum((one) => one.acknowledged)} | ${sum((one) => one.refused)} | ${broken} | ${most((one) => one.recoveredMs)} ms | ${most((one) => one.logBytes)} |`,
  )
  console.log(lines.at(-1))
}

const page = `# The service on a full disk

\`npm run torture:disk -- ${rounds}\` on ${cpus().length} cores, ext4 on a loop image of ${MEGABYTES} MB in ${tmpdir()}, Node ${process.versions.node}.
Four customers write on while the disk fills up, for two seconds while it is full, and send again what was
refused. Broken is: a message lost or doubled, a turn doubled, a refusal other than 503 with
\`Retry-After\`, a poll that is not 200, \`/readyz\` without the reason, a process that ended.

| case | rounds | messages, each there once | refused on the way | broken promises | slowest recovery | largest log, bytes |
|---|--:|--:|--:|--:|--:|--:|
${lines.join('\n')}
`
writeFileSync(join(import.meta.dirname, 'results', 'full-disk.md'), page)
process.exitCode = failed ? 1 : 0
