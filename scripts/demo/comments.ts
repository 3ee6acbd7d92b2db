/** A thread under a story of the demonstration paper. Everybody in it is made up; the addresses cannot exist (RFC 2606). */
export interface DemoComment {
  name: string;
  body: string;
  /** Left for the moderators to decide. */
  held?: true;
  replies?: DemoComment[];
}

/** By the headline's slug. */
export const threads: Record<string, DemoComment[]> = {
  'the-night-ferry-is-back-and-the-estuary-has-learned-to-sleep-again': [
    {
      name: 'Greta Holm',
      body: 'I was number three on that sofa list for six years. The spare key still hangs where it hung. Come anyway.',
      replies: [
        {
          name: 'Aldo',
          body: 'You took me in twice, once with the cello. I do not think I ever said thank you for the second time.',
          replies: [{ name: 'Greta Holm', body: 'You played for it. We are quits.' }],
        },
        { name: 'P. Strand', body: 'This comment section is the first thing to make me want to move back.' },
      ],
    },
    {
      name: 'Night shift',
      body: 'Does anybody know whether the 23.40 waits when the late tram is held at Gasworks Quay? Twice last week it was a matter of a minute.',
      replies: [
        {
          name: 'Deckhand (one of the six)',
          body: 'We can hold four minutes if the tram office rings us, and they have been asked to. If you are running, wave. We can see the whole street from the bridge.',
        },
      ],
    },
    {
      name: 'M. Farrow',
      body: 'Nine helicopter flights to two. That is the whole article, and it ought to be on a poster.',
    },
    {
      name: 'Cheap Deals',
      body: 'Best prices on boat engines, visit my page for a great offer today.',
      held: true,
    },
  ],
  'a-slow-bus-is-a-decision-that-somebody-made': [
    {
      name: 'Former driver, route 9',
      body: 'Thirty-one minutes was honest, too. We used to have time for a cup of tea at the turn. What nobody mentions is what fifty-two does to a bladder.',
      replies: [{ name: 'Iona', body: 'That belongs in the list, between vans and hills.' }],
    },
    {
      name: 'Bram Oake',
      body: 'I drive to work and I am in favour. Sixty people on a bus are up to sixty cars that are not in front of me.',
      replies: [
        {
          name: 'J. Tull',
          body: 'Careful. Say that at a public meeting and they will make you chairman of something.',
        },
      ],
    },
    {
      name: 'Ria',
      body: 'Could we see the stopwatch figures for the 4 as well, before and after the cones?',
    },
  ],
  'what-the-new-flood-map-means-for-your-street': [
    {
      name: 'Saltmarket tenant',
      body: 'Thank you for saying that tenants may apply for the doors. Our landlord told us that we could not, in writing.',
      replies: [{ name: 'Yuki fan', body: 'Send the desk the letter. The article says that they want it.' }],
    },
    {
      name: 'Otto B.',
      body: 'Moved from D to B in Upper Tarn. The flood bank is my age and has finally been introduced to the Board.',
    },
  ],
  'for-2-8-seconds-a-star-went-out-and-forty-garden-telescopes-were-watching': [
    { name: 'Idris’s mum', body: 'I should like it to be known that the ironing board did not survive.' },
    { name: 'H. Lowe', body: 'Cabbage has my vote. Do two moons next time, so that there can be a Leek.' },
  ],
};
