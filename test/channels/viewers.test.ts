import { viewersHere } from '../../src/channels/viewers.ts'
import { viewersContract } from '../contracts/viewers.ts'

viewersContract('the viewers of one process', async () => {
  let now = 0
  return {
    viewers: viewersHere(() => now),
    pass: (ms) => {
      now += ms
    },
    close: async () => {},
  }
})
