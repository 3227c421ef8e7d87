import { readFileSync, writeFileSync } from 'node:fs'
import { withPart } from './generated-parts.ts'
import { playSample, samples } from './sample-conversations.ts'

// Plays README's sample conversations anew: run it after a change of what the assistant says.
const readme = new URL('../README.md', import.meta.url)
let text = readFileSync(readme, 'utf8')
for (const sample of samples) text = withPart(text, sample.part, await playSample(sample))
writeFileSync(readme, text)
