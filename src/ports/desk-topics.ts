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

/** Told among ourselves when sign-ins have ended: each open stream asks whether its own still counts. */
export const signInsTopic = 'desk:sign-ins'

/** Closes the stream of a console whose sign-in has ended; applications may use 4000 to 4999. */
export const signedOutCode = 4401
