import type { DemoStory } from '../story';

export const cranes: DemoStory = {
  title: 'The port’s new cranes are quick, quiet and short of people to run them',
  standfirst:
    'Five machines can now do the work of twelve. The harbour’s difficulty is that it needs more skilled hands for them, not fewer, and cannot find them.',
  sections: ['business', 'coast'],
  tags: ['Port of Lindmar', 'Work', 'Training'],
  authors: ['Rafiq Halloran'],
  hoursAgo: 28,
  series: 'the-working-estuary',
  lead: {
    picture: 'harbour',
    alt: 'Cranes and stacked containers at first light',
    caption: 'The eastern terminal. The operators sit 600 metres away, in what used to be the canteen.',
    credit: 'Illustration: Courier graphics',
  },
  body: `
From the quay you can no longer tell that anybody is driving. The crane reaches out over the ship, hesitates like a heron, and takes a box weighing twenty-six tonnes off the deck as though it were a hat. There is a hum, and a gull. The cab, where for sixty years a man sat with a thermos and looked down between his boots, is empty.

The man is called Piet Hallam, and he is in the canteen. Or rather he is in the room that was the canteen, in a chair with two joysticks and five screens, with carpet under his feet.

"My knees think I've retired," he said. "My head does not."

## Fewer, but not fewer people

The Port of Lindmar bought five remote cranes two years ago for 61 million marks. They replaced twelve, and when the order was announced the dockers' union warned of 140 lost jobs. It was, both sides now say, the wrong thing to be frightened of.

The terminal employs 22 people more than it did before. What it cannot do is fill the posts: on an average day one crane in five stands still for want of somebody qualified.

That is not a shortage that wages alone will mend, the port argues, and it has some evidence. It raised starting pay by a fifth last year and had 400 applicants, of whom eleven passed the course.

## Depth, and dizziness

What the work asks for is odd. On a screen there is no depth. An operator has to judge the last half-metre of a descent from shadow, from the swing of a cable, and from a kind of anticipation that instructors find easier to recognise than to teach.

> You can tell within an hour. It is the ones who stop looking at the box and begin to look at where the box is going to be.

Sunniva Dahl has taught the course since it began. Of her eleven graduates three had been crane drivers. The others were a dental technician, two lorry drivers, a bassoonist, a woman who had flown gliders, and three people in their twenties who had, she said delicately, *spent a lot of time indoors*.

About one in six beginners is sick. It passes, or it does not.

## Who pays to teach

A place on the course costs the port 38,000 marks. Since there are four other terminals on this coast with the same cranes, roughly half of those who pass are working somewhere else within three years.

1. The port would like the terminals to pay into one school, in proportion to the boxes they handle.
2. The union would like a bond: stay for four years, or pay back a share.
3. The ministry would like it to be noted that vocational training is under review.

"In the meantime," said Ms Dahl, "I have one simulator, and the bassoonist is leaving us for Carrow."

Mr Hallam has eighteen months to go. He has offered to stay on as an instructor for three days a week, on one condition, to which the port has agreed. On Fridays, weather allowing, he will go up the ladder of the last of the old cranes, which has been kept for heavy lifts, and sit between the sky and the water, and use his knees.
`,
};
