import { seededRandom } from '@/db/seed/words';

/** All pictures are drawn on a sheet of this size, in SVG units, and are as many pixels. */
export const sheet = { width: 2000, height: 1250 } as const;

export type Random = () => number;
export const randomFor = (name: string): Random =>
  seededRandom([...name].reduce((sum, sign) => sum * 31 + sign.charCodeAt(0), 7));

export const between = (random: Random, least: number, most: number): number =>
  Math.round(least + random() * (most - least));
export const oneOf = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;
export const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** A gradient from top to bottom, with its stops evenly spread. */
export const gradient = (id: string, ...colours: string[]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${colours
    .map((colour, n) => `<stop offset="${n / Math.max(1, colours.length - 1)}" stop-color="${colour}"/>`)
    .join('')}</linearGradient>`;

export const glow = (id: string, colour: string): string =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;
export const stroke = (d: string, colour: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" ${more}/>`;

/** A line of hills or waves across the sheet, closed at its foot. */
export function ridge(
  random: Random,
  y: number,
  swing: number,
  steps: number,
  foot: number = sheet.height,
): string {
  const step = sheet.width / steps;
  const points = times(steps + 1, (n) => [n * step, y + (random() - 0.5) * 2 * swing] as const);
  const curve = points
    .slice(1)
    .map(([x, to], n) => {
      const [before, from] = points[n] as readonly [number, number];
      return `C${before + step / 2},${from} ${x - step / 2},${to} ${x},${to}`;
    })
    .join(' ');
  return `M0,${foot} L0,${points[0]?.[1] ?? y} ${curve} L${sheet.width},${foot} Z`;
}

/** The whole drawing. */
export const drawing = (defs: string, ...shapes: string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}">`,
    `<defs>${defs}</defs>`,
    ...shapes,
    '</svg>',
  ].join('\n');
