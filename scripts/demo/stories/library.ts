import type { DemoStory } from '../story';

export const library: DemoStory = {
  title: 'The library that lends out silence',
  standfirst:
    'Saltmarket’s branch was told to become a hub or close. It took out the screens, put in a door that shuts, and doubled its visitors.',
  sections: ['culture', 'city'],
  tags: ['Libraries', 'Saltmarket'],
  authors: ['Maren Oduya'],
  hoursAgo: 52,
  lead: {
    picture: 'library',
    alt: 'Shelves of coloured books with one reading lamp lit',
    caption:
      'The reading room has forty seats. Between six and eight in the evening there is usually a queue.',
    credit: 'Illustration: Courier graphics',
  },
  body: `
You are asked to leave your telephone in a pigeonhole by the door, and given in exchange a brass tag with a number on it, rather as though it were a coat. Nobody checks. In fourteen months, says the librarian, four people have refused and two of those came back.

Inside there are forty chairs, forty lamps and no music. You may read, write, think or sleep. You may not talk, not even kindly. A clock was tried and was taken out again, because of the ticking.

The room can be borrowed by anybody with a ticket, by the hour, free of charge. In the catalogue it is listed, between *Silage* and *Silesia*, as **Silence (40 copies)**.

## Become a hub

It came about through a threat. Three years ago the Saltmarket branch lent fewer books than any in the city, and the council offered it the choice that branches everywhere are offered. It could become a *community hub*, with a coffee bar, a print station and a wall of screens, or it could be a set of flats.

Halima Verrall, who has run it for twenty-two years, asked for six months. She spent the first of them standing at the door with a clicker, asking people who went past why they did not come in.

> They said they'd nothing against books. They said they had no room in the house with a door that shut.

She wrote that down 118 times. Saltmarket has the smallest flats in Lindmar and the most people in each. What it lacked was not a place to meet. It was a place not to.

## Forty chairs

The conversion cost 71,000 marks, most of which went on the door. It is oak, 60 millimetres thick, with a felt seal; it closes by its own weight with a sound like somebody putting down a heavy coat. Local joiners made it from the beams of a fish store. People pat it as they go through.

Visits have doubled, to about 5,200 a month. So, and this was not foreseen, have loans. Having nothing else to look at, readers look at the shelves.

Who comes changes with the hour:

- early, men on their way home from the night shift at the port, some of whom sleep;
- mid-morning, the retired, and parents with an hour of nursery in hand;
- after four, pupils, who on a wet day before the examinations will queue along the wall as if for a concert;
- late, people by themselves, in good coats, who do not seem to be reading anything at all.

## What it is for

The council no longer speaks of hubs. It has asked for a paper on whether other branches might follow, and Ms Verrall is writing it, in the room, in pencil.

She is wary of claims. Nobody has measured whether silence makes anybody better at anything, and she would rather that they did not begin. A consultant did propose a survey of *outcomes*. She showed him to a chair and asked him to sit in it for one hour first.

He returned his tag at closing time, she said, and thanked her, and she has not heard from him since.
`,
};
