/**
 * What consoles are told of besides single conversations, as ids of the fan-out. Hints: whoever is
 * told reads again, and a lost one costs a poll.
 */
export const deskTopics = {
  queue: 'desk:queue',
  agents: 'desk:agents',
  tickets: 'desk:tickets',
} as const
export type DeskTopic = keyof typeof deskTopics
