/** Sections of the demonstration paper; `under` is the slug of the one it lies in. */
export const sections = [
  { name: 'News', slug: 'news', description: 'What happened, and what it means.' },
  { name: 'City', slug: 'city', description: 'Lindmar, street by street.', under: 'news' },
  { name: 'Coast', slug: 'coast', description: 'The estuary, the islands and the sea.', under: 'news' },
  { name: 'Business', slug: 'business', description: 'Work, money and those who have neither.' },
  { name: 'Science', slug: 'science', description: 'How we know what we know.' },
  {
    name: 'Environment',
    slug: 'environment',
    description: 'Water, weather and what lives in them.',
    under: 'science',
  },
  { name: 'Culture', slug: 'culture', description: 'Books, rooms, bread and music.' },
  { name: 'Sport', slug: 'sport', description: 'From the Saltings and further off.' },
  { name: 'Opinion', slug: 'opinion', description: 'Signed, and only the signer’s.' },
];

/** A series has its parts in the order in which they went live. */
export const series = [
  {
    name: 'The working estuary',
    slug: 'the-working-estuary',
    description:
      'A quay, a meadow and a boat: three things the water does for Lindmar again, and who made it.',
  },
];

export const people = [
  { name: 'Maren Oduya', bio: 'Writes about the coast and the people who live with it.' },
  { name: 'Tobias Lindqvist', bio: 'City hall correspondent, and its longest-serving spectator.' },
  { name: 'Ines Caldeira', bio: 'Covers the environment and housing, which are often the same story.' },
  { name: 'Rafiq Halloran', bio: 'Business reporter. Once drove a fork-lift; still has the licence.' },
  { name: 'Yuki Brandt', bio: 'Explains science and maps.' },
  { name: 'Della Amsworth', bio: 'Sport, and a column about everything else.' },
];
