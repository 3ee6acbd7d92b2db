import {
  between,
  circle,
  drawing,
  glow,
  gradient,
  oneOf,
  path,
  randomFor,
  rect,
  ridge,
  sheet,
  stroke,
  times,
} from './paper';

/** Rooftops at dusk around the round frame of a gasholder. */
export function rooftops(): string {
  const random = randomFor('rooftops');
  const house = (x: number, y: number, width: number, wall: string, roof: string) => {
    const height = sheet.height - y;
    const peak = between(random, 56, 110);
    const panes = times(Math.floor((width - 30) / 56), (column) =>
      times(Math.floor((height - 60) / 92), (row) =>
        rect(
          x + 26 + column * 56,
          y + 40 + row * 92,
          28,
          46,
          random() < 0.36 ? '#ffcf7a' : '#22303f',
          'rx="2"',
        ),
      ).join(''),
    ).join('');
    const chimney =
      random() < 0.7 ? rect(x + between(random, 20, width - 50), y - peak - 18, 28, 78, '#4b3436') : '';
    return (
      chimney +
      path(`M${x - 8},${y} L${x + width / 2},${y - peak} L${x + width + 8},${y} Z`, roof) +
      rect(x, y, width, height, wall) +
      panes
    );
  };
  const row = (y: number, walls: string[], roofs: string[], least: number) => {
    const houses: string[] = [];
    for (let x = -60; x < sheet.width; ) {
      const width = between(random, least, least + 120);
      houses.push(house(x, y + between(random, -50, 50), width, oneOf(random, walls), oneOf(random, roofs)));
      x += width + 2;
    }
    return houses.join('');
  };
  const [cx, top, foot, rx] = [1240, 250, 920, 330];
  const columns = times(14, (n) => {
    const x = cx + Math.cos((n / 14) * Math.PI * 2 + 0.2) * rx;
    const dy = Math.sin((n / 14) * Math.PI * 2 + 0.2) * 54;
    return stroke(
      `M${x.toFixed(0)},${(top + dy).toFixed(0)} V${(foot + dy).toFixed(0)}`,
      dy < 0 ? '#5c5566' : '#2d2b3a',
      dy < 0 ? 8 : 15,
    );
  });
  const hoop = (y: number, width: number) =>
    `<ellipse cx="${cx}" cy="${y}" rx="${rx}" ry="54" fill="none" stroke="#37344a" stroke-width="${width}"/>`;
  return drawing(
    gradient('sky', '#3c4a78', '#8a6f93', '#e39a7e', '#f9d59b') + glow('sun', '#ffe9b8'),
    rect(0, 0, sheet.width, sheet.height, 'url(#sky)'),
    circle(1000, 850, 620, 'url(#sun)', 'opacity="0.65"'),
    ...times(6, (n) =>
      stroke(
        `M${n * 370 - 100},${between(random, 120, 420)} q 160,-22 380,0 t 240,0`,
        '#fff1dc',
        between(random, 10, 30),
        'opacity="0.16"',
      ),
    ),
    path(ridge(random, 850, 30, 9), '#8d6c80'),
    ...columns,
    hoop(top, 14),
    hoop(470, 8),
    hoop(700, 8),
    row(900, ['#7d5a5f', '#6f5462', '#86655f'], ['#4e3e52', '#5a4250'], 150),
    row(1040, ['#5a3f4b', '#654550', '#4d3b4b'], ['#33293b', '#3b2d3c'], 190),
    ...times(8, (n) =>
      stroke(
        `M${300 + n * 90 + between(random, -30, 30)},${200 + between(random, 0, 150)} q 12,-14 24,0 q 12,-14 24,0`,
        '#2d2b3a',
        4,
      ),
    ),
  );
}

/** A tram in a street of lit windows. */
export function tram(): string {
  const random = randomFor('tram');
  const front = (x: number, width: number, top: number, wall: string) =>
    rect(x, top, width, 940 - top, wall) +
    rect(x - 6, top - 18, width + 12, 22, '#1d2433') +
    times(Math.floor(width / 86), (column) =>
      times(Math.floor((800 - top) / 128), (row) => {
        const lit = random() < 0.45;
        const [left, y] = [x + 26 + column * 86, top + 40 + row * 128];
        return (
          rect(
            left,
            y,
            46,
            84,
            lit ? oneOf(random, ['#ffd27d', '#ffc063', '#ffe2a6']) : '#27324a',
            'rx="3"',
          ) +
          rect(left + 21, y, 4, 84, '#151c2b', 'opacity="0.6"') +
          rect(left - 5, y + 84, 56, 8, '#151c2b', 'opacity="0.5"')
        );
      }).join(''),
    ).join('') +
    rect(x, 832, width, 108, '#171e2c') +
    times(Math.floor(width / 150), (n) =>
      rect(x + 24 + n * 150, 850, 110, 78, random() < 0.6 ? '#f0b45e' : '#3a4760', 'rx="4"'),
    ).join('');
  const facades: string[] = [];
  for (let x = -30; x < sheet.width; ) {
    const width = between(random, 230, 420);
    facades.push(
      front(
        x,
        width,
        between(random, 130, 330),
        oneOf(random, ['#4a4660', '#3e4a63', '#5a4a5c', '#36435c', '#51506b']),
      ),
    );
    x += width;
  }
  const window = (x: number) =>
    rect(x, 760, 104, 108, '#ffe6b0', 'rx="8"') +
    circle(x + 36, 834, 15, '#5b4a45') +
    rect(x + 18, 846, 36, 24, '#5b4a45', 'rx="8"');
  const car = (x: number, width: number) =>
    rect(x, 704, width, 288, '#b33b2e', 'rx="28"') +
    rect(x, 900, width, 40, '#f1e3c6') +
    rect(x + 14, 712, width - 28, 22, '#8e2c22', 'rx="10"') +
    times(Math.floor((width - 60) / 122), (n) => window(x + 34 + n * 122)).join('');
  return drawing(
    gradient('sky', '#18203a', '#3d4470', '#a5748a') +
      gradient('street', '#2b3144', '#151a27') +
      glow('lamp', '#ffe2a0'),
    rect(0, 0, sheet.width, 960, 'url(#sky)'),
    ...facades,
    stroke('M-20,520 Q1000,566 2020,520', '#0d121d', 5),
    ...times(5, (n) => stroke(`M${200 + n * 400},543 V80`, '#0d121d', 3, 'opacity="0.6"')),
    rect(0, 938, sheet.width, 312, 'url(#street)'),
    ...times(10, (n) =>
      rect(
        n * 215 + between(random, 0, 60),
        990 + between(random, 0, 200),
        between(random, 60, 200),
        7,
        '#f0b45e',
        `opacity="${(0.1 + random() * 0.2).toFixed(2)}" rx="4"`,
      ),
    ),
    car(330, 640),
    car(980, 660),
    rect(962, 740, 28, 220, '#22202b'),
    stroke('M760,704 L820,610 L760,552 M1310,704 L1370,610 L1310,550', '#10141f', 8),
    rect(300, 976, 1370, 34, '#10141f', 'rx="12"'),
    ...[450, 780, 1110, 1480].map((x) => circle(x, 1006, 40, '#0c0f18') + circle(x, 1006, 15, '#5a6377')),
    circle(1628, 850, 120, 'url(#lamp)', 'opacity="0.85"'),
    circle(1628, 850, 20, '#fff6dd'),
    stroke('M-20,1052 H2020', '#8e95a8', 7),
    stroke('M-20,1120 H2020', '#6d7488', 9),
    rect(330, 1062, 1320, 26, '#b33b2e', 'opacity="0.18"'),
  );
}

/** Shelves of coloured books with one lamp lit. */
export function library(): string {
  const random = randomFor('library');
  const spines = [
    '#7a2e2a',
    '#a4532f',
    '#c98f3c',
    '#2f4f4a',
    '#3f6b62',
    '#27384f',
    '#54406a',
    '#8a7a5a',
    '#d8c9a3',
    '#5c2438',
  ];
  const shelf = (y: number) => {
    const books: string[] = [];
    for (let x = 24; x < sheet.width - 30; ) {
      const [width, height] = [between(random, 22, 62), between(random, 150, 218)];
      if (random() < 0.06) {
        x += between(random, 40, 110);
        continue;
      }
      const lean = random() < 0.05 ? `transform="rotate(8 ${x} ${y})"` : '';
      const spine = oneOf(random, spines);
      books.push(
        `<g ${lean}>${rect(x, y - height, width, height, spine, 'rx="3"')}${rect(x, y - height + 22, width, 5, '#f3dfae', 'opacity="0.55"')}${rect(x, y - 40, width, 4, '#f3dfae', 'opacity="0.4"')}${rect(x + width - 5, y - height, 5, height, '#000', 'opacity="0.2"')}</g>`,
      );
      x += width + (lean ? 34 : 3);
    }
    return `${books.join('')}${rect(0, y, sheet.width, 24, '#4a2f20')}${rect(0, y + 24, sheet.width, 16, '#000', 'opacity="0.28"')}`;
  };
  return drawing(
    gradient('wall', '#2c1c14', '#3a2519') +
      glow('lamp', '#ffdf9a') +
      gradient('table', '#7b4a2b', '#4a2b19'),
    rect(0, 0, sheet.width, sheet.height, 'url(#wall)'),
    ...[236, 490, 744, 998].map(shelf),
    rect(0, 0, sheet.width, sheet.height, '#140b08', 'opacity="0.38"'),
    circle(1360, 800, 760, 'url(#lamp)', 'opacity="0.62"'),
    rect(0, 1090, sheet.width, 160, 'url(#table)'),
    rect(0, 1090, sheet.width, 8, '#b07a48'),
    `<ellipse cx="1360" cy="1118" rx="330" ry="32" fill="#ffdf9a" opacity="0.45"/>`,
    stroke('M1360,1100 V840', '#b98f3f', 14),
    `<ellipse cx="1360" cy="1102" rx="92" ry="17" fill="#8e6a2c"/>`,
    path('M1190,846 Q1200,716 1290,700 L1430,700 Q1520,716 1530,846 Z', '#1e6b50'),
    path('M1190,846 H1530 L1516,862 H1204 Z', '#fff0c4'),
    path(
      'M640,1092 Q760,1040 880,1084 Q1000,1040 1120,1092 L1120,1106 Q1000,1060 880,1102 Q760,1060 640,1106 Z',
      '#f6ead0',
    ),
    stroke('M880,1084 V1102', '#b9a27a', 4),
    ...times(4, (n) => stroke(`M${690 + n * 6},${1080 - n * 8 + 8} q 90,-34 168,${4 - n}`, '#cbb48a', 2)),
  );
}

/** Striped awnings over a market. */
export function market(): string {
  const random = randomFor('market');
  const awning = (x: number, y: number, width: number, colour: string) => {
    const stripes = Math.round(width / 52);
    const step = width / stripes;
    return (
      times(stripes, (n) => {
        const fill = n % 2 === 0 ? colour : '#fbf3e2';
        const [left, right] = [x + n * step, x + (n + 1) * step];
        return path(
          `M${left + 34 - (34 * n * 2) / stripes},${y} L${right + 34 - (34 * (n + 1) * 2) / stripes},${y} L${right},${y + 170} a${step / 2},${step / 2} 0 0 1 ${-step},0 Z`,
          fill,
        );
      }).join('') + rect(x, y + 150, width, 20, '#000', 'opacity="0.1"')
    );
  };
  const fruit = ['#d9582f', '#e9a23b', '#c53a32', '#8fa83f', '#f2c14e', '#7d3b52'];
  const crate = (x: number, y: number, loaves: boolean) => {
    const colour = oneOf(random, fruit);
    const goods = loaves
      ? times(
          4,
          (n) =>
            `<g><ellipse cx="${x + 36 + n * 48}" cy="${y - 6}" rx="40" ry="27" fill="${oneOf(random, ['#b9783a', '#a3642c', '#c98b49'])}"/>${times(3, (k) => stroke(`M${x + 18 + n * 48 + k * 13},${y - 20} l12,20`, '#f0d3a0', 4)).join('')}</g>`,
        )
      : times(16, (n) =>
          circle(
            x + 24 + (n % 8) * 24 + (n > 7 ? 10 : 0),
            y + 4 - (n > 7 ? 20 : 0),
            17,
            colour,
            `opacity="${(0.86 + random() * 0.14).toFixed(2)}"`,
          ),
        );
    return (
      goods.join('') +
      rect(x, y + 8, 218, 78, '#9a7346') +
      times(3, (n) => rect(x, y + 12 + n * 26, 218, 18, '#b98d58')).join('') +
      rect(x + 6, y + 8, 12, 78, '#7d5c37') +
      rect(x + 200, y + 8, 12, 78, '#7d5c37')
    );
  };
  const stalls = [
    [40, 430, 560, '#b8372e'],
    [700, 380, 600, '#2f6b5e'],
    [1400, 440, 560, '#d08a2e'],
  ] as const;
  return drawing(
    gradient('sky', '#f5dfc0', '#f8efdc') + gradient('wall', '#d9b48c', '#c59b72'),
    rect(0, 0, sheet.width, sheet.height, 'url(#sky)'),
    ...times(9, (n) =>
      rect(
        n * 230 - 20,
        between(random, 90, 220),
        222,
        900,
        oneOf(random, ['#e7c9a4', '#dcb78f', '#e3bf9b', '#d3a985']),
      ),
    ),
    ...times(
      27,
      (n) =>
        rect((n % 9) * 230 + 46, 270 + Math.floor(n / 9) * 130, 44, 76, '#8b6a52', 'opacity="0.32" rx="20"') +
        rect((n % 9) * 230 + 130, 270 + Math.floor(n / 9) * 130, 44, 76, '#8b6a52', 'opacity="0.32" rx="20"'),
    ),
    rect(0, 960, sheet.width, 290, '#b59a7d'),
    ...times(60, () =>
      rect(
        between(random, -20, 2000),
        between(random, 985, 1240),
        between(random, 60, 130),
        5,
        '#8f765c',
        'opacity="0.35"',
      ),
    ),
    ...stalls.map(
      ([x, y, width]) =>
        rect(x + 6, y + 150, 16, 760 - (y - 380), '#6d523a') +
        rect(x + width - 22, y + 150, 16, 760 - (y - 380), '#6d523a') +
        rect(x + 20, y + 170, width - 40, 240, '#3f2f25', 'opacity="0.55"'),
    ),
    ...stalls.flatMap(([x, , width], n) => [
      rect(x, 870, width, 210, '#7a5b3f'),
      rect(x, 870, width, 16, '#a47c54'),
      ...times(2, (k) => crate(x + 34 + k * 270, 800, n === 2 || (n === 1 && k === 0))),
    ]),
    ...stalls.map(([x, y, width, colour]) => awning(x, y, width, colour)),
    ...times(3, (n) => crate(120 + n * 660, 1090 + (n % 2) * 30, n === 1)),
  );
}
