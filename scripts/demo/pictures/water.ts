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

/** A lit ferry on dark water under a low moon. */
export function ferry(): string {
  const random = randomFor('ferry');
  const ripple = (y: number, light: string, most: number) => {
    const length = between(random, 40, most);
    const x = between(random, 0, sheet.width);
    return stroke(
      `M${x},${y} h${length}`,
      light,
      between(random, 2, 5),
      `opacity="${(0.15 + random() * 0.4).toFixed(2)}"`,
    );
  };
  const shine = times(90, (n) => {
    const y = 640 + n * 6.5;
    const width = 30 + n * 3.2 * random();
    return rect(
      Math.round(1440 - width / 2 + (random() - 0.5) * 60),
      Math.round(y),
      Math.round(width),
      4,
      '#f6d9a4',
      `opacity="${(0.75 - n * 0.007).toFixed(2)}" rx="2"`,
    );
  });
  const windows = times(15, (n) => rect(512 + n * 34, 684, 20, 26, '#ffe3a1', 'rx="3"'));
  const upper = times(8, (n) => rect(590 + n * 34, 626, 20, 24, '#ffd885', 'rx="3"'));
  const lamps = times(11, (n) =>
    rect(
      510 + n * 50,
      770 + (n % 3) * 14,
      between(random, 14, 34),
      90 + between(random, 0, 130),
      'url(#lamp)',
      'opacity="0.55" rx="8"',
    ),
  );
  return drawing(
    gradient('sky', '#0d1b33', '#1e3557', '#56627c', '#b98d7b') +
      gradient('sea', '#2a3e5c', '#12223b', '#0a1425') +
      gradient('lamp', '#ffd885', '#12223b') +
      glow('moon', '#ffe9c4'),
    rect(0, 0, sheet.width, 640, 'url(#sky)'),
    ...times(120, () =>
      circle(
        between(random, 0, sheet.width),
        between(random, 0, 360),
        oneOf(random, [1, 1, 2, 2, 3]),
        '#dfe8ff',
        `opacity="${(0.2 + random() * 0.6).toFixed(2)}"`,
      ),
    ),
    circle(1440, 470, 300, 'url(#moon)', 'opacity="0.5"'),
    circle(1440, 470, 84, '#ffeccb'),
    path(ridge(random, 590, 26, 9, 640), '#1a2a44'),
    path(ridge(random, 616, 10, 14, 640), '#111d33'),
    rect(0, 638, sheet.width, 612, 'url(#sea)'),
    ...shine,
    ...times(150, () => ripple(between(random, 660, 1240), '#6c85a8', 240)),
    ...lamps,
    path('M420,718 L1120,718 L1080,800 Q1060,820 1020,820 L520,820 Q470,820 452,790 Z', '#e9edf0'),
    path('M420,718 L1120,718 L1112,736 L428,736 Z', '#c2503e'),
    path('M484,668 L1046,668 L1064,718 L470,718 Z', '#f6f7f5'),
    path('M566,612 L884,612 L900,668 L552,668 Z', '#dfe4e8'),
    rect(700, 556, 118, 56, '#f6f7f5', 'rx="6"'),
    rect(712, 566, 94, 22, '#ffe3a1', 'rx="3"'),
    stroke('M760,556 V486 M760,500 L860,612 M760,500 L640,612', '#8795a6', 4),
    circle(760, 484, 7, '#ffd885'),
    ...windows,
    ...upper,
    ...times(70, () => ripple(between(random, 824, 1240), '#8aa0bd', 300)),
  );
}

/** Cranes and stacked boxes at first light. */
export function harbour(): string {
  const random = randomFor('harbour');
  const colours = ['#b4452f', '#d98a3d', '#2f5d73', '#48788a', '#7c8b6f', '#c9b48a', '#8d3b34', '#35454f'];
  const stack = (x: number, columns: number, rows: number) =>
    times(columns, (column) =>
      times(Math.max(1, rows - between(random, 0, 3)), (row) => {
        const fill = oneOf(random, colours);
        const [left, top] = [x + column * 118, 958 - row * 48];
        return (
          rect(left, top, 114, 45, fill) +
          times(8, (rib) => rect(left + 8 + rib * 13, top + 5, 3, 35, '#000', 'opacity="0.13"')).join('')
        );
      }).join(''),
    ).join('');
  const crane = (x: number, scale: number, colour: string) =>
    `<g transform="translate(${x},1006) scale(${scale})">${stroke('M-70,0 L-52,-520 M70,0 L52,-520 M-64,-180 L64,-180 M-58,-350 L58,-350 M-64,-180 L58,-350 M64,-180 L-58,-350', colour, 15)}${stroke('M-190,-536 L520,-536 M-190,-556 L520,-556', colour, 13)}${times(18, (n) => stroke(`M${-180 + n * 38},-536 l19,-20 l19,20`, colour, 5)).join('')}${stroke('M0,-556 L0,-700 L500,-556 M0,-700 L-180,-556', colour, 8)}${rect(-60, -536, 120, 54, colour)}${stroke('M330,-530 L330,-330', colour, 4)}${rect(276, -332, 110, 44, '#b4452f')}</g>`;
  return drawing(
    gradient('sky', '#34506b', '#8097a3', '#eec49a', '#f6dcb4') +
      gradient('sea', '#d6b795', '#6d7f8a', '#2c4253') +
      glow('sun', '#fff3d6'),
    rect(0, 0, sheet.width, 1010, 'url(#sky)'),
    circle(610, 800, 420, 'url(#sun)', 'opacity="0.9"'),
    circle(610, 800, 92, '#fff6e2'),
    ...times(7, (n) =>
      stroke(
        `M${-200 + n * 330},${between(random, 150, 520)} q 180,-30 420,0 t 300,8`,
        '#fff',
        between(random, 8, 26),
        'opacity="0.13"',
      ),
    ),
    path(ridge(random, 866, 34, 8, 1010), '#8b99a0'),
    path(ridge(random, 918, 22, 11, 1010), '#647883'),
    crane(300, 0.62, '#4d6270'),
    crane(820, 0.74, '#3d5260'),
    crane(1330, 1, '#22333f'),
    stack(20, 6, 4),
    stack(800, 3, 3),
    stack(1500, 5, 6),
    rect(0, 1000, sheet.width, 26, '#23313b'),
    rect(0, 1026, sheet.width, 224, 'url(#sea)'),
    ...times(70, () =>
      stroke(
        `M${between(random, 0, 2000)},${between(random, 1040, 1240)} h${between(random, 30, 220)}`,
        oneOf(random, ['#f3d9b4', '#2b4050', '#b39c86']),
        between(random, 2, 5),
        'opacity="0.45"',
      ),
    ),
    ...times(6, (n) =>
      stroke(
        `M${400 + n * 74 + between(random, -20, 20)},${210 + between(random, 0, 120)} q 14,-16 26,0 q 12,-16 26,0`,
        '#263845',
        4,
      ),
    ),
  );
}

/** A meadow under the sea, with light from above and small fish. */
export function seagrass(): string {
  const random = randomFor('seagrass');
  const blade = (x: number, height: number, width: number, colour: string) => {
    const sway = between(random, -150, 190);
    const foot = 1250;
    return path(
      `M${x},${foot} C${x + sway * 0.1},${foot - height * 0.4} ${x + sway * 0.4},${foot - height * 0.75} ${x + sway},${foot - height} C${x + sway * 0.5 + width},${foot - height * 0.72} ${x + width + sway * 0.16},${foot - height * 0.38} ${x + width},${foot} Z`,
      colour,
    );
  };
  const fish = (x: number, y: number, size: number, colour: string) =>
    `<g transform="translate(${x},${y}) scale(${random() < 0.75 ? size : -size},${size})">${path('M0,0 C30,-26 84,-24 112,0 C84,24 30,24 0,0 Z', colour)}${path('M6,0 L-34,-22 L-26,0 L-34,22 Z', colour)}${circle(92, -5, 4.5, '#10333b')}${stroke('M24,3 C50,9 76,8 98,3', '#fff', 3, 'opacity="0.35"')}</g>`;
  const layer = (count: number, least: number, most: number, width: number, colours: string[]) =>
    times(count, (n) =>
      blade(
        Math.round((n / count) * 2060) - 30 + between(random, -18, 18),
        between(random, least, most),
        between(random, width * 0.7, width),
        oneOf(random, colours),
      ),
    );
  return drawing(
    gradient('sea', '#bfe3d6', '#5fb3ab', '#1f7480', '#0c4250') + gradient('ray', '#f4fff4', '#5fb3ab'),
    rect(0, 0, sheet.width, sheet.height, 'url(#sea)'),
    ...times(9, (n) =>
      path(
        `M${180 + n * 210},-20 L${260 + n * 210 + between(random, 0, 60)},-20 L${n * 240 + between(random, 40, 160)},1150 L${n * 240 - 190},1150 Z`,
        'url(#ray)',
        `opacity="${(0.1 + random() * 0.14).toFixed(2)}"`,
      ),
    ),
    path(ridge(random, 1010, 40, 7), '#0f525c'),
    ...layer(70, 260, 560, 20, ['#1c6b62', '#1a6159', '#23766a']),
    ...times(9, () =>
      fish(between(random, 120, 1800), between(random, 330, 720), 0.55 + random() * 0.3, '#8fc4b4'),
    ),
    path(ridge(random, 1120, 30, 9), '#0b424c'),
    ...layer(62, 300, 660, 26, ['#2f8a5f', '#3c9a62', '#287a58']),
    ...times(7, () =>
      fish(
        between(random, 160, 1700),
        between(random, 560, 860),
        0.95 + random() * 0.5,
        oneOf(random, ['#d9c48a', '#c7ad72', '#e3d4a2']),
      ),
    ),
    ...layer(46, 240, 560, 34, ['#5cb06a', '#4aa163', '#79bf70', '#2f8a5f']),
    ...times(40, () =>
      circle(
        between(random, 0, 2000),
        between(random, 60, 1100),
        between(random, 2, 7),
        '#eafff6',
        `opacity="${(0.12 + random() * 0.3).toFixed(2)}"`,
      ),
    ),
  );
}
