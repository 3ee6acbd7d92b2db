import type { DemoStory } from '../story';

export const gasworks: DemoStory = {
  title: 'Council backs 900 homes on the old gasworks after an eleven-hour sitting',
  standfirst:
    'A third of the flats must be let at social rents, the gasholder frame will stay, and the soil will be cleaned by something that grows.',
  sections: ['city', 'news'],
  tags: ['Housing', 'Gasworks Quay', 'City council'],
  authors: ['Tobias Lindqvist', 'Ines Caldeira'],
  hoursAgo: 9,
  lead: {
    picture: 'rooftops',
    alt: 'Rooftops at dusk around the round iron frame of a gasholder',
    caption: 'The frame of the No. 2 gasholder, listed since spring, will stand over a public garden.',
    credit: 'Illustration: Courier graphics',
  },
  figures: {
    tram: {
      picture: 'tram',
      alt: 'A tram in a street of lit windows at dusk',
      caption: 'The tram on Retort Street. It has passed the site for thirty years without a reason to stop.',
      credit: 'Illustration: Courier graphics',
    },
    market: {
      picture: 'market',
      alt: 'Striped awnings over market stalls with crates of bread and fruit',
      caption: 'Saltmarket, over the canal, where one family in five is on the waiting list.',
      credit: 'Illustration: Courier graphics',
    },
  },
  correction: {
    text: 'The vote was 31 to 22. We had counted the mayor, who may not vote, and did not.',
    passage: 'by 32 votes to 22',
  },
  body: `
The last large piece of empty ground in the middle of Lindmar will become a neighbourhood of 900 homes, after the council approved the plan by 31 votes to 22 shortly before one in the morning.

The decision ends sixteen years in which the Gasworks Quay site was, in turn, a car park, a circus, a proposed arena and a lake. It came after eleven hours, 46 speakers and one adjournment, when the public gallery's heating failed and the caretaker brought in blankets.

## What was agreed

- **300 homes at social rents**, spread through every building rather than gathered in one.
- **A ceiling of eight storeys** on the river side, down from fourteen in the first application.
- **The No. 2 gasholder frame kept**, with a garden inside it that is open from dawn until eleven at night.
- **No more than 120 parking places**, and a tram stop before the first family moves in.

The last condition was the night's surprise. It was moved by Councillor Beatrix Noor, who sits for the opposition and had been expected to vote against.

"I have sat here for four terms watching us build the houses and promise the tram," she told the chamber. "I would like, once, to do it the other way about."

![tram, market]

## What lies underneath

Coal was baked into gas here for 94 years, and the ground remembers. Two metres down it holds tar, cyanide and a blue clay that stains boots for good. An earlier scheme would have dug it all out and taken it away, on some 19,000 lorries.

The new one caps the worst of it and plants the rest. Rows of poplar and willow, which draw up some of the poison and lock it in their wood, have stood on the northern third since a trial began six years ago. Samples taken there last autumn showed cyanide down by three-quarters.

> It is slow, it is cheap, and it looks like an orchard. I have never had so few complaints about a remediation site.

So said Dr Lucan Feld, who runs the trial for the city, and who spent part of the evening explaining to councillors that, no, nobody should eat the leaves.

## Those against

Opponents did not dispute the need for homes. Some 6,200 households are on the waiting list, and the average wait for a family flat has passed seven years. They doubted that the sums would hold.

"A third at social rents is a promise made at today's prices for concrete," said Councillor Iver Stannard, who led the case against. "When it comes to be kept we will be told, with great regret, that it is now a quarter."

The agreement tries to close that door. If the builder asks to lower the share, the land itself comes back to the city at the price that was paid for it. Lawyers for both sides called the clause unusual. Neither called it unenforceable.

## When

Work on the drains begins in spring. The first homes are promised in three years, the last in nine. The circus, which still has a lease on the eastern corner, has been told that it may stay for two more summers.

It asked, a spokeswoman said, whether it might stay for good. The question has been referred to committee.
`,
};
