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
  sheet,
  stroke,
  times,
} from './paper';

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
