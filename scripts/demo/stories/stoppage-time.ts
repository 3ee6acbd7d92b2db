import type { DemoStory } from '../story';

export const stoppageTime: DemoStory = {
  title: 'Lindmar 2, Carrow 1: a goal in the ninety-sixth minute, and a long way home',
  standfirst:
    'Osei’s header settles a derby that deserved neither a loser nor its floodlights, and puts Lindmar top for the first time in eleven years.',
  sections: ['sport'],
  tags: ['Football', 'Lindmar Women', 'Match report'],
  authors: ['Della Amsworth'],
  hoursAgo: 41,
  lead: {
    picture: 'pitch',
    alt: 'A football pitch from above, with long evening shadows',
    caption:
      'The Saltings ground from the air. The eastern stand casts the shadow that visiting goalkeepers complain of.',
    credit: 'Illustration: Courier graphics',
  },
  body: `
There is a clock at the Saltings that has been four minutes fast since the war, and nobody has ever put it right, on the ground that it gives the home crowd something to believe in. On this evening it stood at ten to ten when Adwoa Osei rose at the far post, and for once it was the match that was running late.

Her header went in off the underside of the bar in the ninety-sixth minute. It beat Carrow, who had been the better side for an hour; it sent Lindmar to the top of the league for the first time in eleven years; and it put out one bank of floodlights, or seemed to, for they failed within the second and the restart was taken in a sort of blue dusk.

## An hour of Carrow

The visitors had come to play through the middle and did so as if there were nobody in it. Their goal, after nineteen minutes, was worth the ferry: eleven passes, the last of them a back-heel by Tamsin Roe into a space that she cannot have seen, and Lene Aakre arriving to finish without breaking stride.

Lindmar could have been three down by the interval. That they were not was owed to Noor Haddad in goal, who saved twice with her feet and once, from Roe, with what she later described as *my face, mostly*.

> I told them at half-time that we had been terrible and were one goal behind. I said that I thought it was a bargain.

Their coach, Birgit Solheim, also took off a midfielder and sent on Osei, who is thirty-four and who had, until last week, been expected to retire.

## Half an hour of Lindmar

The equaliser was ugly. Fatou Brask's corner was headed up, and up again, and came down through a crowd onto the shin of Mia Thorsen, who has now scored four times this season without, she admits, meaning any of them.

From there the noise took over. The Saltings holds 6,800 and sounds, with the wind behind the eastern stand, like a good deal more. Carrow stopped passing and began to clear. Six minutes of stoppage time went up on the board, for Haddad's face, and with four of them gone the referee gave a free kick on the left that looked soft from the press box and looks softer now.

Brask took it. Osei, who had not won a header all night, won that one.

## The table

Lindmar lead by a point with five to play, and still have to go to Carrow, where the clock is right and where they have not won since it was put up.

| Club | Played | Won | Drawn | Lost | Points
| **Lindmar** | 17 | 12 | 2 | 3 | 38
| **Carrow** | 17 | 11 | 4 | 2 | 37
| **Upper Tarn** | 16 | 9 | 4 | 3 | 31
|= The head of the table, with five matches to play; Upper Tarn have six.

The 250 Carrow supporters who had come over by boat had one more thing to bear. The late ferry, which had been held for them by arrangement, was full; it took two crossings to bring them all home. Those who waited on the quay were seen to be sharing chips with some people in Lindmar scarves. It may have been the cold.
`,
};
