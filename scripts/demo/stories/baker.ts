import type { DemoStory } from '../story';

export const baker: DemoStory = {
  title: 'The baker who prints her recipes on the bag',
  standfirst:
    'Sabela Quist gives away every secret she has, down to the salt. Business is up by a third, and her rivals are using her flour.',
  sections: ['business', 'culture'],
  tags: ['Food', 'Small business', 'Saltmarket'],
  authors: ['Rafiq Halloran'],
  hoursAgo: 98,
  lead: {
    picture: 'market',
    alt: 'Striped awnings over market stalls with crates of bread and fruit',
    caption: 'Saltmarket on a Saturday. The queue for the end stall is longest at twenty to eight.',
    credit: 'Illustration: Courier graphics',
  },
  correction: {
    text: 'Corwin Ashby’s mill is twelve kilometres inland. We had put it on the coast, where there is more wind.',
    passage: 'on the cliffs beyond Carrow, Corwin Ashby',
  },
  body: `
The loaf costs four marks sixty. For that you get nine hundred grams of rye and wheat with a crust like the hull of a boat, in a paper bag on which is printed, in clear black type, how to make it yourself for one mark ten.

Nothing is left out. There is the flour, with the mill's name and telephone number. There is the salt, to the gram. There is the thing about the second rise, which Sabela Quist learned over eleven years from a man in the mountains who made her promise not to tell.

"He's dead," she said, pulling a tray from the oven with her bare forearm. "And he was wrong. He thought that the secret was the recipe. The secret is getting up."

## Three in the morning

She began to print the bags two years ago, after a customer rang to ask whether a child with an allergy could eat the seeded loaf. It seemed simpler to write it down. Having written down what was in it she thought that she might as well write down how much; and then it looked unfinished.

Her accountant called it commercial suicide. Her sister called it showing off. Trade rose by a third in a year.

- About **one customer in twenty** says that they have tried to bake it.
- About **one in a hundred** has done so more than once.
- **All of them**, by her account, buy more bread than before.

> When you've made one yourself you know what you're paying for. You're paying me to be awake.

## The mill's side

Twelve kilometres inland, Corwin Ashby has a problem that he would not have believed in three years ago, which is that he cannot grind enough. His rye was bought by one baker. It is now bought by nine, of whom six found his number on a bag.

Four of the nine compete with Ms Quist outright. She knows all of them. On the wall behind the ovens is a photograph of five people in white aprons, taken at a wedding, squinting; she ticks them off with a floury finger.

"That one makes my rye better than I do. That one puts in caraway, may God forgive him. We buy together now, so it comes on one lorry, and it's cheaper. If it were a secret there would be five lorries."

## Not quite everything

There is, it turns out, one omission. The bag does not say how long to bake it. It says: *until it is done*.

She has had letters about that, some of them cross. She keeps them in a drawer and answers each one by hand, always with the same two sentences, which she asked us not to print, and then, as we were leaving with a loaf under each arm, said that of course we might.

*Knock on the bottom. It will tell you.*
`,
};
