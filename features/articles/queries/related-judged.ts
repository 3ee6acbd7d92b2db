/**
 * Forty short stories of eight running matters in three sections, written for judging what is related: two stories of one
 * matter belong together (2), those of neighbouring matters a little (1), all others not (0). How they were written and
 * judged: docs/decisions/071-related.md. Tags stand on some only, as in life, and one of them ("Council") on many matters.
 */
export interface JudgedStory {
  matter: Matter;
  title: string;
  text: string;
  tag?: string;
}

export type Matter = 'trams' | 'dockers' | 'flood' | 'schools' | 'derby' | 'pool' | 'probe' | 'seagrass';

export const sectionOf = {
  trams: 'City',
  dockers: 'City',
  flood: 'City',
  schools: 'City',
  derby: 'Sport',
  pool: 'Sport',
  probe: 'Science',
  seagrass: 'Science',
} as const satisfies Record<Matter, string>;

/** A reader of the one may want the other, though it is another matter. */
export const neighbours: readonly (readonly [Matter, Matter])[] = [
  ['trams', 'dockers'],
  ['flood', 'seagrass'],
  ['schools', 'pool'],
];

/** In the order in which they were published, one a day. */
export const judgedStories: readonly JudgedStory[] = [
  {
    matter: 'trams',
    title: 'Night trams are to return in spring',
    text: 'The last tram now leaves the quay at eleven. From April drivers will run the line until two. The council pays.',
    tag: 'Council',
  },
  {
    matter: 'flood',
    title: 'Old dyke leaks at three places',
    text: 'Engineers found water seeping through the dyke after the January tide. Sandbags were laid. Repairs cost four million.',
  },
  {
    matter: 'derby',
    title: 'Rovers draw the derby in stoppage time',
    text: 'A header in the ninety-fourth minute gave Rovers a point against United. The keeper was sent off.',
    tag: 'Derby',
  },
  {
    matter: 'probe',
    title: 'Probe reaches the asteroid after six years',
    text: 'The spacecraft braked on Tuesday and sees boulders where the team expected dust. Sampling is planned for May.',
  },
  {
    matter: 'dockers',
    title: 'Dockers vote to strike over shifts',
    text: 'Crane crews at the container terminal reject the new rota. The union says nine in ten voted to stop work.',
    tag: 'Strike',
  },
  {
    matter: 'schools',
    title: 'Two primary schools may merge',
    text: 'Pupil numbers fall in the north of the town. The council wants one head teacher and one kitchen for both.',
    tag: 'Council',
  },
  {
    matter: 'seagrass',
    title: 'Divers sow seagrass in the bay',
    text: 'Half a million seeds were planted by hand. A meadow holds the sand and gives young cod a nursery.',
  },
  {
    matter: 'pool',
    title: 'Town pool shuts for repairs',
    text: 'Tiles fell from the roof of the swimming hall. Lessons move to the school baths. Nobody was hurt.',
    tag: 'Council',
  },
  {
    matter: 'trams',
    title: 'Who drives after midnight?',
    text: 'Tram drivers ask for a bonus on the night line. The operator lacks thirty drivers and trains new ones.',
  },
  {
    matter: 'derby',
    title: 'United ban two supporters after the derby',
    text: 'Flares were thrown at the Rovers keeper in stoppage time. The club showed the police pictures.',
    tag: 'Derby',
  },
  {
    matter: 'dockers',
    title: 'First day of the strike: empty cranes',
    text: 'No container moved at the terminal. Eleven ships wait in the roads. Dockers stood at the gate with drums.',
    tag: 'Strike',
  },
  {
    matter: 'flood',
    title: 'What the flood map shows, street by street',
    text: 'Nine hundred houses lie below the tide of 1962. The dyke protects them, if it holds. Insurers have noticed.',
  },
  {
    matter: 'schools',
    title: 'Parents march against the merger of the schools',
    text: 'Some three hundred walked from one primary to the other, forty minutes with small children. Pupils sang.',
  },
  {
    matter: 'probe',
    title: 'Boulders block the landing place',
    text: 'The asteroid is rougher than pictures from Earth suggested. The spacecraft will look for another spot to sample.',
    tag: 'Space',
  },
  {
    matter: 'pool',
    title: 'Swimmers train in the sea while the pool is shut',
    text: 'At seven each morning the club meets at the steps. The swimming hall stays closed until its roof is safe.',
  },
  {
    matter: 'seagrass',
    title: 'One seed in ten has come up',
    text: 'The new meadow in the bay is thin but alive. Anchors are the worst enemy of seagrass, say the divers.',
  },
  {
    matter: 'trams',
    title: 'Line 4 is tested at night',
    text: 'An empty tram ran to the depot at two in the morning so that neighbours could hear it. Few did.',
    tag: 'Trams',
  },
  {
    matter: 'dockers',
    title: 'Terminal sues the union of the dockers',
    text: 'The operator says the vote on the rota was called too late. A judge hears both on Friday. Ships sail elsewhere.',
  },
  {
    matter: 'derby',
    title: 'Sent off: the keeper speaks about his red card',
    text: 'He touched the ball first, says the man in the gloves of Rovers. The referee of the derby saw it otherwise.',
  },
  {
    matter: 'flood',
    title: 'Council votes for a higher dyke',
    text: 'One more metre of clay for four kilometres. Houses at its foot lose gardens. The tide gauge decides the height.',
    tag: 'Council',
  },
  {
    matter: 'schools',
    title: 'Head teachers propose to share the kitchen',
    text: 'Both primary schools would stay. Pupils would eat in turns. The merger saves little more, say the two.',
    tag: 'Council',
  },
  {
    matter: 'probe',
    title: 'Sampling is put off until August',
    text: 'Mission control needs sharper pictures of the boulders. The spacecraft has fuel for four attempts at the asteroid.',
  },
  {
    matter: 'pool',
    title: 'The roof of the pool will cost two million',
    text: 'Every beam of the swimming hall has rotted. The council must choose between repairs and a new building.',
    tag: 'Council',
  },
  {
    matter: 'seagrass',
    title: 'Fishermen see cod again over the meadow',
    text: 'Nets are forbidden where the seagrass grows. Young fish hide in it. The bay has not been so full for years.',
  },
  {
    matter: 'trams',
    title: 'Night line begins with a full tram',
    text: 'Students, nurses and a brass band took the first ride after midnight. The drivers have their bonus.',
    tag: 'Trams',
  },
  {
    matter: 'dockers',
    title: 'A deal on shifts ends the strike',
    text: 'Dockers keep their weekends, the terminal gets its rota for cranes. The union votes on it by Monday.',
    tag: 'Strike',
  },
  {
    matter: 'derby',
    title: 'Second derby is brought forward to noon',
    text: 'Police want United and Rovers to play in daylight, after the flares of last time. Supporters grumble.',
    tag: 'Derby',
  },
  {
    matter: 'flood',
    title: 'The night the water stood at the door',
    text: 'Those who saw the flood of 1962 remember boats between houses. They look at the dyke differently.',
  },
  {
    matter: 'schools',
    title: 'The merger of the schools is off',
    text: 'By one vote the council kept both primaries open. Pupils will share a kitchen from autumn.',
  },
  {
    matter: 'probe',
    title: 'Touchdown: the probe has its dust',
    text: 'For six seconds the arm of the spacecraft lay on the asteroid between two boulders. The sample weighs sixty grams.',
    tag: 'Space',
  },
  {
    matter: 'pool',
    title: 'Club offers to run the swimming hall',
    text: 'The swimmers would lease the pool and open it at weekends. The roof stays the business of the council.',
  },
  {
    matter: 'seagrass',
    title: 'A storm tests the new meadow',
    text: 'Waves tore at the bay for two days. The seagrass held the sand; bare ground beside it lost a hand’s breadth.',
  },
  {
    matter: 'trams',
    title: 'Neighbours complain about squealing trams',
    text: 'In the bend at the depot the night line wakes people at two. The operator greases the rails.',
  },
  {
    matter: 'dockers',
    title: 'How the port lost a month of containers',
    text: 'Ships that sailed elsewhere during the strike have not come back. The terminal counts empty berths and idle cranes.',
  },
  {
    matter: 'derby',
    title: 'Rovers win at last, and at noon',
    text: 'Two goals before half time beat United. No flares, no red card, and a keeper who had nothing to do.',
  },
  {
    matter: 'flood',
    title: 'Clay for the dyke comes by ship',
    text: 'Forty barges bring what the higher bank needs. Residents at its foot have sold their gardens.',
  },
  {
    matter: 'schools',
    title: 'One kitchen, two schools: the first lunch',
    text: 'Pupils of both primaries ate in turns, as their heads proposed. There was pudding for the council too.',
    tag: 'Council',
  },
  {
    matter: 'probe',
    title: 'The long way home of sixty grams',
    text: 'The capsule with dust of the asteroid will fall into the desert in three years. The spacecraft flies on.',
  },
  {
    matter: 'pool',
    title: 'The pool opens again, with a lease',
    text: 'Swimmers queued at six. The club runs the hall now; under the new roof the water is two degrees colder.',
  },
  {
    matter: 'seagrass',
    title: 'What a meadow under water is worth',
    text: 'Cod, calm water and a higher sea bed: economists put a price on the seagrass of the bay. Dykes cost more.',
  },
];
