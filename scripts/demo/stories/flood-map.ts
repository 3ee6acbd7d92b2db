import type { DemoStory } from '../story';

export const floodMap: DemoStory = {
  title: 'What the new flood map means for your street',
  standfirst:
    'The estuary’s first map to count rain and tide together moves 3,100 homes into a higher band and 1,800 out of one. A guide to reading it.',
  sections: ['city', 'environment'],
  tags: ['Flooding', 'Insurance', 'Explainer'],
  authors: ['Yuki Brandt'],
  hoursAgo: 34,
  lead: {
    picture: 'contours',
    alt: 'A map of contour lines with a winding river and a shaded flood plain',
    caption: 'Contours at half a metre: the old map used two-metre steps, too coarse to see a kerb.',
    credit: 'Map: Courier graphics',
  },
  body: `
A flood map is a forecast with a street name on it. The one that the Estuary Board publishes today replaces a map drawn fourteen years ago, and it differs from it in one respect above all: it lets the rain and the tide happen on the same night.

That sounds obvious. The old map treated them as two separate dangers, since two separate offices were in charge of them.

## How do I read it?

Each address is in one of four bands. The number is the chance, in any one year, of water above the doorstep.

- **Band A**: less than one in a thousand.
- **Band B**: between one in a thousand and one in two hundred.
- **Band C**: between one in two hundred and one in fifty.
- **Band D**: more than one in fifty.

! **Find your band**
! Every library has the map on its public screen, and somebody beside it who can read it. The Board’s telephone is answered from eight until six.

A chance of one in fifty does not mean once every fifty years. Over a mortgage of twenty-five years it comes to about two in five, which is the figure to keep in mind.

## Who has moved?

Some 3,100 homes move up by at least one band, most of them in Saltmarket and along the lower tram line, where storm drains cannot empty against a high tide. Another 1,800 move down. Nearly all of those are in Upper Tarn, where the new map can see a flood bank that the old one could not, although it was built in the year the old one came out.

### What about the Gasworks site?

It stays in band B. The approved plan raises the ground floors by 60 centimetres, which the map does not yet count, because it shows what is there and not what is promised.

## Will my insurance change?

Not before it is next renewed. Insurers are obliged to offer cover in every band, and in bands C and D the joint fund pays the part of the premium above 340 marks, provided that the home was built before the fund began.

> If a letter tells you that you cannot be insured because of the map, it is wrong, and we should like to see it.

The Board's consumer desk, which said so, can be reached through any library.

## What can I do?

In order of what it costs:

1. **Know the way out.** The two roads that flood first in Saltmarket are the two that people drive down to look.
2. **Lift what you would miss.** A freezer on bricks and a fuse box at shoulder height have saved more money in this city than any wall.
3. **Fit a valve.** In a third of the homes that flooded six years ago the water came up through the lavatory. A non-return valve costs about 200 marks.
4. **Ask about a door.** The grant for flood doors reopens in spring, and for the first time tenants may apply.

## How sure is it?

Less sure than it looks. Every edge on the map is drawn as a line, and ought to be drawn as a smudge about two houses wide. The modellers ran each storm 500 times with small differences; the line is where half of them got wet.

"People ask me whether their house is in or out," said Perpetua Oyelaran, who led the work. "What I'd like to tell them is that their house is *probably*. Nobody has ever thanked me for it."
`,
};
