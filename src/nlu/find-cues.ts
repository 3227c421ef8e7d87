import type { Cue } from '../domain/diagnosis/story.ts'
import { englishCues } from './cues.en.ts'
import { chineseCues } from './cues.zh-cn.ts'

/** What the repaired, lower-case message states, each once. Both languages are always read. */
export function findCues(text: string): Cue[] {
  const found = new Set<Cue>()
  for (const { cue, says, unless } of [...chineseCues, ...englishCues]) {
    if (says.test(text) && !unless?.test(text)) found.add(cue)
  }
  return [...found]
}
