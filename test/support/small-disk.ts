import { execFileSync } from 'node:child_process'
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEGABYTE = 1024 * 1024

/** A real file system of its own, small enough to be filled. */
export interface SmallDisk {
  path: string
  /** Takes all the room there is, but for so many bytes. */
  fill(leave: number): void
  /** Gives the room back. */
  clear(): void
  remove(): void
}

/** Whether this user may mount one. */
export function mayMount(): boolean {
  const disk = smallDisk(8)
  disk?.remove()
  return disk !== undefined
}

/** Makes one from an image; undefined where this user may not mount. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-disk-'))
  const [image, path] = [join(folder, 'image'), join(folder, 'disk')]
  const quietly = { stdio: 'ignore' } as const
  try {
    closeSync(openSync(image, 'w'))
    truncateSync(image, megabytes * MEGABYTE)
    execFileSync('mkfs.ext4', ['-q', '-m', '0', image], quietly)
    execFileSync('mkdir', [path])
    execFileSync('mount', ['-o', 'loop', image, path], quietly)
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  const ballast = join(path, 'ballast')
  return {
    path,
    fill(leave) {
      if (leave > 0) takeAll(`${ballast}-released`, leave)
      takeAll(ballast)
      rmSync(`${ballast}-released`, { force: true })
    },
    clear: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', ['-l', path])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Writes until nothing more fits, or to `bytes`. */
function takeAll(path: string, bytes = Number.POSITIVE_INFINITY): void {
  const file = openSync(path, 'a')
  try {
    let size = 64 * 1024
    for (let written = 0; size >= 512 && written < bytes; ) {
      try {
        written += writeSync(file, Buffer.alloc(size, 1))
      } catch {
        size /= 2
      }
    }
    fsyncSync(file)
  } catch {
    // The disk is full: that is what was wanted.
  } finally {
    closeSync(file)
  }
}
