import type { DemoStory } from '../story';

export const nightFerry: DemoStory = {
  title: 'The night ferry is back, and the estuary has learned to sleep again',
  standfirst:
    'Nine winters after the last late boat was cut, a small electric ferry has given two shores their evenings, and a hospital its nurses, back.',
  sections: ['coast', 'news'],
  tags: ['Ferries', 'Holm Island', 'Public transport'],
  authors: ['Maren Oduya'],
  hoursAgo: 3,
  series: 'the-working-estuary',
  lead: {
    picture: 'ferry',
    alt: 'A small lit ferry crosses dark water under a low moon',
    caption: 'The Wren on her 23.40 crossing to Holm Island. She carries 90 people and no funnel.',
    credit: 'Illustration: Courier graphics',
  },
  figures: {
    chart: {
      picture: 'harbour',
      alt: 'Cranes and stacked containers at first light',
      caption: 'The mainland quay at first light, where the ferry charges in eleven minutes between runs.',
      credit: 'Illustration: Courier graphics',
    },
  },
  body: `
For nine winters the last boat to Holm Island left at ten past seven. If you missed it you slept on somebody's sofa, or you rowed. People on the island have a phrase for the years since, which they use without bitterness: *the early dark*.

It ended on a wet evening this month, without a band. At 23.40 a boat called the Wren cast off from the mainland quay with 61 passengers, two dogs and a cello, and made almost no noise at all.

"I had forgotten that the water has a sound," said Edda Marrow, a theatre nurse, who has spent three nights a week in a staff dormitory since the late crossing was cut. "The old boat drowned it. I stood outside the whole way like a tourist."

## A timetable that emptied a village

The late boats were withdrawn to save fuel. The saving, according to the council's own review, was real and was spent within two years: on mainland beds for island pupils, on a helicopter contract for night emergencies, and on a relocation grant that 44 island households took.

Holm's school roll fell from 71 to 38. The pub, the choir and the lifeboat crew all lost the same people, since they were the same people.

> We counted what the boat cost. Nobody was asked to count what it was holding up.

That sentence comes from the review, which was written by Anselm Pryor, then a junior transport officer and now the project's manager. He says that it nearly cost him his post.

## Eleven minutes at the quay

The Wren is not large. She carries 90 passengers, no cars, and a battery about the size of a delivery van. What made her affordable is the crossing itself: at 14 minutes it is just short enough that she can charge in the 11 she spends at the mainland quay, from a cable that a deckhand plugs in by hand.

![chart]

Three things had to be true at once, Mr Pryor said:

- the quay needed a grid connection that the port had already paid for and was not using at night;
- the tide had to leave two metres at the island slip, which meant dredging once and then watching;
- somebody had to be willing to work until one in the morning.

The third was the hardest. The service advertised for six crew and had two answers. It then offered to train islanders with no sea time, and had fifty.

>> I had forgotten that the water has a sound. | Edda Marrow, theatre nurse

### What it costs

A late crossing loses the council a little over four marks a passenger,^[The council’s figure for the first month, without the price of the boat, which the regional fund paid.] about what a town bus loses after ten at night. The helicopter has flown twice this month. In the same month last year it flew nine times.

## The sofa years

On the island side on a recent night, the waiting room had been swept and a kettle found. Taped inside the door was a sheet of paper headed *Sofas*, with names and telephone numbers: people on the mainland who would take in anybody who had missed the boat, no questions and no need to ring before midnight. Some of the numbers had been crossed out and rewritten four or five times.

Somebody had drawn a line beneath the last name and written the date of the first late crossing. Nobody had taken the sheet down.

"It stays," said Ms Marrow, hoisting her bag as the ramp came in. "In case. And because it's the nicest thing on the wall."
`,
};
