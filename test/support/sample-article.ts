import type { IndexedArticle } from '../../src/retrieval/load-articles.ts'

/** An article on nothing of ours, changed as a test needs it. */
export function sampleArticle(change: Partial<IndexedArticle>): IndexedArticle {
  return {
    id: 'topic/slug',
    locale: 'en',
    title: 'When the kettle boils over',
    summary: 'Switch the kettle off.',
    body: 'Switch the kettle off.\n\nThen mop the floor with a towel.',
    audience: 'both',
    region: 'any',
    updated: '2026-11-20',
    owner: 'support lead',
    sources: ['manual'],
    related: [],
    questions: ['The kettle boils over', 'Kettle overflows'],
    validFrom: '2026-11-01',
    reviewBy: '2027-01-01',
    ...change,
  }
}
