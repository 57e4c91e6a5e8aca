// Another story than the shipped one, small and with everything in it that the tests of whole stories need.

/** A small story of one article; `change` may change the object. */
export function ferry(change = () => {}) {
  const story = {
    version: 1,
    id: 'ferry',
    title: 'The ferry',
    language: 'en',
    coding: { coder: 'the harbor desk', date: '2026-02-01' },
    framings: [
      { id: 'toll', name: 'Toll', asks: 'Who pays?', standfirst: 'The town wants a toll.', sources: ['100:1'] },
      { id: 'sea', name: 'Sea', asks: 'Who sails?', standfirst: 'The board wants to sail.', sources: ['100:3'] },
    ],
    actors: [
      { id: 'ana-ruiz', name: 'Ana Ruiz', kind: 'person', role: 'mayor', stances: { toll: { quoted: true, text: 'No toll, no ferry', sources: ['100:3'] } } },
      { id: 'harbor-board', name: 'Harbor Board', kind: 'body' },
    ],
    documents: [
      {
        id: '100',
        label: 'The ferry',
        blocks: [
          { line: 1, text: '\u{1F600} Ana Ruiz met the Harbor Board.', mentions: [{ start: 3, end: 11, actor: 'ana-ruiz' }, { start: 20, end: 32, actor: 'harbor-board' }], code: { frames: [] } },
          {
            line: 3,
            text: '“No toll, no ferry,” Ruiz said.',
            mentions: [{ start: 21, end: 25, actor: 'ana-ruiz' }],
            quotations: [{ start: 0, end: 20, actor: 'ana-ruiz', certainty: 'certain', cue: 'said' }],
            evidence: [{ start: 4, end: 8, framing: 'toll' }],
            code: { frames: ['toll'], engine: { toll: 'present', sea: 'absent' } },
          },
        ],
      },
    ],
  }
  change(story)
  return story
}
