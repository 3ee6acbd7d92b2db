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

/** A small dome on a hill under the stars. */
export function observatory(): string {
  const random = randomFor('observatory');
  const star = (spread: number) => {
    const along = random() * 2400 - 200;
    const off = (random() + random() + random() - 1.5) * spread;
    const [x, y] = [Math.round(along), Math.round(980 - along * 0.46 + off)];
    return circle(
      x,
      y,
      oneOf(random, [1, 1, 1, 1.6, 2.2]),
      oneOf(random, ['#ffffff', '#cfe0ff', '#ffe9cf']),
      `opacity="${(0.25 + random() * 0.7).toFixed(2)}"`,
    );
  };
  return drawing(
    gradient('sky', '#070d22', '#13224a', '#2f3f75', '#7a6a97') +
      glow('band', '#aab6ea') +
      glow('slit', '#ffb27a') +
      gradient('dome', '#dfe5ef', '#7f8aa6'),
    rect(0, 0, sheet.width, sheet.height, 'url(#sky)'),
    `<ellipse cx="1000" cy="520" rx="1350" ry="250" fill="url(#band)" opacity="0.3" transform="rotate(-24.7 1000 520)"/>`,
    `<ellipse cx="1120" cy="470" rx="800" ry="120" fill="url(#band)" opacity="0.35" transform="rotate(-24.7 1120 470)"/>`,
    ...times(900, () => star(150)),
    ...times(420, () =>
      circle(
        between(random, 0, 2000),
        between(random, 0, 1000),
        oneOf(random, [1, 1, 1.5, 2]),
        '#eef3ff',
        `opacity="${(0.2 + random() * 0.7).toFixed(2)}"`,
      ),
    ),
    ...times(14, () => {
      const [x, y] = [between(random, 40, 1960), between(random, 40, 700)];
      return (
        circle(x, y, 4, '#fff') +
        stroke(`M${x - 14},${y} h28 M${x},${y - 14} v28`, '#fff', 1.5, 'opacity="0.6"')
      );
    }),
    stroke('M360,200 L640,318', '#fff', 3, 'opacity="0.7"'),
    path(ridge(random, 960, 40, 6), '#1b2447'),
    path(
      'M0,1250 L0,1120 C300,1090 480,1000 760,962 C980,932 1140,944 1320,1002 C1580,1084 1800,1100 2000,1084 L2000,1250 Z',
      '#0d1430',
    ),
    rect(836, 800, 268, 170, '#c4ccdb'),
    rect(836, 800, 100, 170, '#000', 'opacity="0.2"'),
    path('M820,806 A150,150 0 0 1 1120,806 Z', 'url(#dome)'),
    path('M1000,806 C1000,730 1006,690 1022,664 L1058,690 C1046,716 1044,750 1044,806 Z', '#1a1f36'),
    circle(1030, 740, 90, 'url(#slit)', 'opacity="0.55"'),
    stroke('M1022,800 L1062,652', '#333c5c', 18),
    rect(902, 876, 54, 94, '#ffcf8a', 'rx="4"'),
    path('M902,970 L956,970 L1040,1060 L880,1060 Z', '#ffcf8a', 'opacity="0.14"'),
    ...[690, 726, 1190].map(
      (x) =>
        rect(x, 930 + Math.abs(x - 960) / 9, 12, 44, '#05091c', 'rx="6"') +
        circle(x + 6, 922 + Math.abs(x - 960) / 9, 9, '#05091c'),
    ),
  );
}

/** A football pitch from above, with long shadows. */
export function pitch(): string {
  const random = randomFor('pitch');
  const line = (d: string) => stroke(d, '#f2f7ec', 7, 'opacity="0.92"');
  const player = (x: number, y: number, shirt: string) =>
    path(`M${x},${y} l150,62 a10,10 0 0 0 8,-16 l-146,-62 Z`, '#0b2a17', 'opacity="0.4"') +
    circle(x, y, 17, shirt) +
    circle(x, y, 8, '#3b2b22');
  const home = [
    [330, 610],
    [560, 330],
    [600, 560],
    [590, 850],
    [900, 420],
    [880, 720],
    [1210, 300],
    [1300, 560],
    [1440, 700],
    [1520, 420],
    [1640, 590],
  ] as const;
  const away = [
    [1800, 600],
    [1560, 330],
    [1600, 520],
    [1650, 670],
    [1490, 820],
    [1380, 470],
    [1330, 690],
    [1050, 560],
    [1120, 820],
    [980, 320],
    [740, 620],
  ] as const;
  return drawing(
    gradient('floor', '#3a4a44', '#26332f'),
    rect(0, 0, sheet.width, sheet.height, 'url(#floor)'),
    ...times(3, (row) =>
      times(74, (n) =>
        random() < 0.82
          ? circle(
              18 + n * 27 + (row % 2) * 13,
              28 + row * 30,
              10,
              oneOf(random, ['#b33b2e', '#d9d2c2', '#7c2c26', '#e4b15a', '#41525b', '#93a6a8']),
            )
          : '',
      ).join(''),
    ),
    ...times(3, (row) =>
      times(74, (n) =>
        random() < 0.82
          ? circle(
              18 + n * 27 + (row % 2) * 13,
              1162 + row * 30,
              10,
              oneOf(random, ['#b33b2e', '#d9d2c2', '#2f5d73', '#e4b15a', '#41525b', '#93a6a8']),
            )
          : '',
      ).join(''),
    ),
    ...times(16, (n) => rect(100 + n * 112.5, 130, 113, 990, n % 2 === 0 ? '#3f8a4d' : '#4b9a57')),
    line('M170,180 H1830 V1070 H170 Z M1000,180 V1070'),
    `<circle cx="1000" cy="625" r="150" fill="none" stroke="#f2f7ec" stroke-width="7" opacity="0.92"/>`,
    circle(1000, 625, 10, '#f2f7ec'),
    line(
      'M170,385 H400 V865 H170 M170,510 H250 V740 H170 M1830,385 H1600 V865 H1830 M1830,510 H1750 V740 H1830',
    ),
    line('M400,540 A125,125 0 0 1 400,710 M1600,540 A125,125 0 0 0 1600,710'),
    path(
      'M100,130 L1500,130 C1320,330 1180,420 900,430 C560,442 320,520 100,560 Z',
      '#08200f',
      'opacity="0.34"',
    ),
    ...home.map(([x, y]) => player(x, y, '#c8352b')),
    ...away.map(([x, y]) => player(x, y, '#f3f1e7')),
    circle(1690, 560, 9, '#fff'),
  );
}

/** Contour lines, a winding river and its flood plain. */
export function contours(): string {
  const random = randomFor('contours');
  const hill = (cx: number, cy: number, size: number, rings: number, squash: number) => {
    const bumps = times(10, () => 0.78 + random() * 0.44);
    return times(rings, (ring) => {
      const radius = size * (1 - ring / rings) + 16;
      const points = times(60, (n) => {
        const angle = (n / 60) * Math.PI * 2;
        const at = (n / 60) * 10;
        const [a, b] = [bumps[Math.floor(at) % 10] ?? 1, bumps[(Math.floor(at) + 1) % 10] ?? 1];
        const ease = (1 - Math.cos((at % 1) * Math.PI)) / 2;
        const reach = radius * (a + (b - a) * ease);
        return `${(cx + Math.cos(angle) * reach).toFixed(0)},${(cy + Math.sin(angle) * reach * squash).toFixed(0)}`;
      });
      return `<polygon points="${points.join(' ')}" fill="#c8a468" fill-opacity="0.07" stroke="#8a6a3c" stroke-width="${ring % 4 === 0 ? 4.5 : 2}" stroke-linejoin="round" opacity="0.85"/>`;
    }).join('');
  };
  const river =
    'M-40,980 C260,930 330,760 560,740 C830,716 860,910 1090,880 C1330,848 1280,560 1500,500 C1700,446 1790,560 2040,470';
  const street = (d: string) => stroke(d, '#fffaf0', 15) + stroke(d, '#b9aa92', 2, 'stroke-dasharray="2 10"');
  return drawing(
    gradient('land', '#efe6d0', '#e4d9bd'),
    rect(0, 0, sheet.width, sheet.height, 'url(#land)'),
    hill(380, 290, 400, 14, 0.72),
    hill(1200, 210, 320, 11, 0.8),
    hill(1720, 1010, 480, 15, 0.66),
    hill(620, 1190, 300, 9, 0.6),
    hill(1820, 150, 240, 8, 0.8),
    stroke(river, '#9fc9dc', 330, 'opacity="0.42"'),
    stroke(river, '#7fb6d0', 210, 'opacity="0.42"'),
    stroke(river, '#4f93b8', 92),
    stroke(river, '#2f6f97', 4, 'opacity="0.5"'),
    ...[
      'M760,-20 C770,300 800,500 830,1270',
      'M-20,560 C500,600 900,600 2020,760',
      'M1240,-20 C1200,420 1260,800 1180,1270',
      'M980,620 L1030,1000 M900,640 L930,980 M840,1000 L1190,1010',
    ].map(street),
    ...times(46, () =>
      rect(
        between(random, 850, 1160),
        random() < 0.6 ? between(random, 540, 660) : between(random, 1000, 1080),
        between(random, 16, 34),
        between(random, 14, 26),
        oneOf(random, ['#a4553f', '#8a7a68', '#b9826a']),
        'opacity="0.85"',
      ),
    ),
    path('M1880,190 L1910,110 L1940,190 L1910,172 Z', '#3b3a36'),
  );
}
