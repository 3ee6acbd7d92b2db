import type { DemoStory } from '../story';

export const asteroid: DemoStory = {
  title: 'For 2.8 seconds a star went out, and forty garden telescopes were watching',
  standfirst:
    'Amateurs strung along a hundred kilometres of coast have measured an asteroid by its shadow, and found that it is not one rock but two.',
  sections: ['science'],
  tags: ['Astronomy', 'Amateurs'],
  authors: ['Yuki Brandt'],
  hoursAgo: 66,
  lead: {
    picture: 'observatory',
    alt: 'A small observatory dome on a hill under a sky full of stars',
    caption:
      'The dome on Beacon Hill was built by its members from the drum of a cement mixer and the wheels of a tram.',
    credit: 'Illustration: Courier graphics',
  },
  body: `
At eleven minutes past two in the morning, in a vegetable garden in Upper Tarn, a retired chemistry teacher called Winifred Asante saw a star blink. She had been waiting eight months for it. It took less time than a sneeze.

A hundred kilometres away along the coast thirty-nine other people were looking at the same star, from lay-bys, school roofs and the deck of one moored trawler. For some it went out and for others it did not. By breakfast they had put their timings together, and by lunch they knew that a lump of rock about which nothing had been known but its path was 22 kilometres long, dark as soot, and accompanied.

## A shadow on the ground

The method is old and beautiful. When an asteroid passes in front of a star it throws a shadow on the Earth, exactly as wide as itself, which crosses the country at some twenty kilometres a second. Stand in its way and the star disappears. Stand in a row across its way, and each of you cuts one slice through the asteroid's outline.

> It is like measuring a loaf in the dark by having forty people each tell you how long their slice is.

So Dr Pell Okonkwo, of the university at Carrow, who plotted the slices. He is the only professional astronomer who was involved, and he was asleep at the time.

## The slice that did not fit

Thirty-one of the timings drew a neat oval. One did not. From a car park on the southern shore Marek Lund had recorded a second blink, eleven seconds after the first, of four-tenths of a second.

"I assumed that it was a bird," said Mr Lund, who drives a bus. "I very nearly didn't send it in."

Then a second note arrived, from a father and daughter eight kilometres further south who had seen no first blink at all, but had seen the late one. Two slices, side by side, made a small body about three kilometres across: a moon, going round at a distance of 190.^[The centres of the two, on the night. Whether they are ever nearer, a second shadow will have to say.]

- **Asteroid**: 22 by 17 kilometres, very dark.
- **Moon**: about 3 kilometres.
- **Error** in each length: about 400 metres.
- **Cost** of the campaign: 260 marks, mostly for batteries.

## Why it took forty

A large telescope could not have done it. However big its mirror, it stands in one place, and gets one slice. What was needed was a crowd with decent clocks.

The clocks had been the difficulty. A telephone's time can be wrong by a tenth of a second, in which the shadow crosses two kilometres. So the group used a trick of its own: each camera also filmed a light on a wire which flashed to a satellite's pulse, and which a fourteen-year-old member, Idris Bell, had soldered forty times on his mother's ironing board.

The result has been accepted by the body that keeps such records, with all forty names on it, in alphabetical order. The moon will get a name in due course. Discoverers are allowed to suggest one.

A vote is being held. It is understood that *Cabbage*, in honour of where Mrs Asante's tripod stood, has a narrow lead.
`,
};
