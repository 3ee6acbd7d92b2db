import type { DemoStory } from '../story';

export const slowBuses: DemoStory = {
  title: 'A slow bus is a decision that somebody made',
  standfirst:
    'Lindmar’s buses have lost a minute a year for twenty years. None of those minutes was an accident, and every one can be had back for paint.',
  sections: ['opinion'],
  tags: ['Public transport', 'City council'],
  authors: ['Della Amsworth'],
  hoursAgo: 75,
  body: `
I have in front of me two timetables for the number 9. One is from this year. The other was used as a bookmark by whoever owned my copy of *Middlemarch* before me, and is from twenty years ago. It is the same route, with the same stops in the same order, through the same streets. The old one takes 31 minutes. The new one takes 52.

Nobody decided that. There was no vote to make the number 9 two-thirds slower. I looked for one. What there is instead is a long series of small, sensible, courteous decisions, each of which cost the bus about a minute, and none of which asked it.

## Where they went

A researcher at the Marine Station, of all places, likes buses, and rode the 9 for a week with a stopwatch. She is used to counting fish. Her figures, for an average journey:

1. Waiting to be let out from a stop into traffic: **six minutes**.
2. Lights that turn red because somebody in a car has come up a side street: **five minutes**.
3. Vans on the stop: **four minutes**.
4. People paying the driver: **three minutes**.
5. Everything else, including hills: three minutes.

Look at that list. There is no engineering in it. Nothing on it is old, or broken, or hard. Each line is a rule about who waits for whom, and in each of them it is the sixty people who wait for the one.

> We do not have slow buses. We have a queue, and we have put the bus at the back of it.

## The politeness trap

I do not think this is malice. I think it is manners. A driver who is held up complains, by name, to a councillor, that same evening. Sixty people held up on a bus sigh, look at their telephones, and blame the bus. Over twenty years a council that listens to complaints will therefore, in perfect good faith, take a minute a year from the people who do not make them.

Then it will commission a study to find out why nobody takes the bus.

## What paint can do

The number 4 tells us what the cure costs, since it has had it. Two years ago, during works on the main sewer, it was given a lane of its own for 1.8 kilometres because there was nowhere else to put it. It got eleven minutes faster in one night. Passengers went up by a quarter. When the works ended the lane was taken away again, because it had been temporary, and the eleven minutes were handed back to the traffic, which absorbed them within a month and did not notice.

The bill for the lane had been 46,000 marks, nearly all of it for paint and cones.

The city has just promised the Gasworks a tram *before* the homes, and it deserves the praise that it has been given. But a tram stop is years off and costs as much as a school. The 9 goes past this window every twelve minutes, full, at the speed of a person running for it.

I timed that as well. The person won.
`,
};
