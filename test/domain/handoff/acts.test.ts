import { describe, expect, it } from 'vitest'
import {
  type ActedOn,
  type HandoffAct,
  type HandoffObjection,
  objection,
} from '../../../src/domain/handoff/acts.ts'

const queued: ActedOn = { state: 'queued' }
const mine: ActedOn = { state: 'active', agent: 'me' }
const theirs: ActedOn = { state: 'active', agent: 'they' }
const closed: ActedOn = { state: 'closed', agent: 'me' }
const agent = { actor: { id: 'me', lead: false }, taker: 'me' }
const lead = { actor: { id: 'me', lead: true }, taker: 'me' }

const cases: [HandoffAct, ActedOn, typeof agent, HandoffObjection | undefined][] = [
  ['claim', queued, agent, undefined],
  ['claim', mine, agent, undefined],
  ['claim', theirs, agent, 'AlreadyClaimed'],
  ['claim', theirs, lead, 'AlreadyClaimed'],
  ['claim', closed, agent, 'Closed'],
  ['claim', undefined, agent, 'Closed'],
  ['assign', theirs, lead, undefined],
  ['assign', closed, lead, 'Closed'],
  ['message', queued, agent, 'NotClaimed'],
  ['message', mine, agent, undefined],
  ['message', theirs, agent, 'NotYours'],
  ['message', theirs, lead, undefined],
  ['message', closed, lead, 'Closed'],
  ['typing', theirs, agent, 'NotYours'],
  ['transfer', mine, agent, undefined],
  ['transfer', theirs, agent, 'NotYours'],
  ['transfer', queued, lead, 'NotClaimed'],
  ['close', mine, agent, undefined],
  ['close', theirs, agent, 'NotYours'],
  ['close', queued, agent, 'NotClaimed'],
  ['close', queued, lead, undefined],
  ['step-in', undefined, agent, undefined],
  ['step-in', closed, agent, undefined],
  ['step-in', queued, agent, undefined],
  ['step-in', theirs, lead, 'AlreadyClaimed'],
]

describe('objection', () => {
  it.each(cases)('answers %s on %o by %o with %s', (...[act, row, acting, answer]) => {
    expect(objection(act, row, acting)).toBe(answer)
  })
})
