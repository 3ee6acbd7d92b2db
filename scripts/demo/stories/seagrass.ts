import type { DemoStory } from '../story';

export const seagrass: DemoStory = {
  title: 'Volunteers planted a meadow under the sea. The cod have moved in',
  standfirst:
    'Six years and 1.4 million seeds after the first people waded out with hessian bags, a bare bay has become a nursery.',
  sections: ['environment', 'science', 'coast'],
  tags: ['Seagrass', 'Fisheries', 'Volunteers'],
  authors: ['Ines Caldeira'],
  hoursAgo: 20,
  series: 'the-working-estuary',
  lead: {
    picture: 'seagrass',
    alt: 'Long green blades sway under water in shafts of light, with small fish between them',
    caption:
      'Young cod shelter among the blades from about August, and leave when the first storms thin them.',
    credit: 'Illustration: Courier graphics',
  },
  body: `
The bag is made of hessian, about the size of a teabag for a giant, and holds a handful of sand and twenty seeds. You tie it to a rope every metre. When the rope is full you walk it out at low water until the sea is in your sleeves, and you let it sink.

That is the whole method. In six years 2,300 people have used it in Tarn Bay, and the result can now be seen from space: a dark green stain, eleven hectares of it, where there had been grey mud within living memory.

This week the first proper census of what lives there was published. It found 31 kinds of fish where the bare mud next door had nine, and juvenile cod at a density that made the scientists count again.

## Counting by looking

"We thought the camera was broken," said Dr Oona Vesterby of the Marine Station, who led the survey. "Then we thought that we were. Then a third person counted and got the same, and we went out for dinner."

The team lowered a frame with four cameras onto the seabed 180 times, in the meadow and outside it, and left it for an hour. Two people who did not know which film was which counted everything that swam past.

- In the meadow: 74 young cod an hour, on average.
- On bare mud: three.
- In the old meadow at Carrow, which never died: 81.

The last figure matters most. A planted meadow, it seems, can be very nearly as good as one that nobody ever lost.

## Why it died

Seagrass covered most of the bay a century ago. A wasting disease took much of it; then came sewage, and water so cloudy that what was left could not see the sun. The treatment works at Upper Tarn, opened eighteen years ago, cleared the water. The grass did not come back by itself, because there was no longer any near enough to send seed.

> Everybody had done the expensive part. Nobody had done the part with the bags.

The part with the bags was begun by a retired postman, Jonah Tuck, who read about it in a magazine and wrote to the Marine Station asking whether he might have some seed. The reply was polite and said no. He wrote again.

## What it does not do

Dr Vesterby is careful about what the figures mean. Young cod in a bay are not yet cod in a net, and nobody can say how many of them would have found shelter elsewhere. The meadow also stores carbon, though less than some brochures claim: about as much each year, she reckons, as the bay's own fishing boats put out.

"It is not going to save the climate. It is going to save Tarn Bay. I find that people like to be told the size of the thing they are doing."

## Next

Three more bays have asked for seed, and the bags are now sewn in the prison at Carrow, where there is a waiting list for the workshop.

Mr Tuck, who is 79, was out on the spring tide as usual, up to his chest, tying knots that he does not need to look at. Asked what he thought of the census he considered it for a while.

"Well," he said, "they could have asked the cormorants."
`,
};
