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
