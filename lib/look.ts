import { contrast, type Hex, mixed } from './colours';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The accent of each theme; empty is ours. */
export type Accents = Record<Theme, Hex | ''>;

/** Colours of app/tokens.css that a paper's own accent meets; app/tokens.test.ts holds them to it. */
export const tokens = {
  light: {
    paper: '#fdfcf8',
    raised: '#ffffff',
    sunken: '#f4f1e9',
    ink: '#171512',
    accent: '#a1241b',
    'accent-ground': '#f8e9e5',
  },
  dark: {
    paper: '#171614',
    raised: '#201f1c',
    sunken: '#22201d',
    ink: '#ebe6db',
    accent: '#f0897a',
    'accent-ground': '#38201b',
  },
} as const satisfies Record<Theme, Record<string, Hex>>;

/** What text needs on its ground. Source: WCAG 2.2, 1.4.3. */
export const leastContrast = 4.5;

/** An accent is text on each of these, and the paper is text on it (the breaking bar). */
const groundsOf = ({ paper, raised, sunken }: (typeof tokens)[Theme]): Hex[] => [paper, raised, sunken];

/** The contrast of an accent where it is least. */
export const accentContrast = (accent: Hex, theme: Theme): number =>
  Math.min(...groundsOf(tokens[theme]).map((ground) => contrast(accent, ground)));

/** Whether text in this accent can be read in that theme. */
export const isReadable = (accent: Hex, theme: Theme): boolean =>
  accentContrast(accent, theme) >= leastContrast;

/** The same colour, only so much darker on light paper or lighter on dark as reading takes. */
export function nearestReadable(accent: Hex, theme: Theme): Hex {
  const end = theme === 'light' ? '#000000' : '#ffffff';
  for (let step = 0; step < 256; step++) {
    const tried = mixed(accent, end, step / 256);
    if (isReadable(tried, theme)) return tried;
  }
  return end;
}

/** `3.4 : 1`, cut and not rounded: 4.499 does not pass, and must not look as if it did. */
export const ratioText = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`;

/** Why an accent cannot be had, with the one that can; null for one that can. */
export function accentFault(accent: Hex, theme: Theme): { sentence: string; nearest: Hex } | null {
  if (isReadable(accent, theme)) return null;
  const nearest = nearestReadable(accent, theme);
  return {
    nearest,
    sentence: `Text in ${accent} cannot be read on the ${theme} paper: its contrast is ${ratioText(accentContrast(accent, theme))}, and text needs 4.5. The nearest that passes is ${nearest}.`,
  };
}

/** A tint of the paper for what lies under an accent: as strong as the accent can still be read on. */
export function groundOfAccent(accent: Hex, theme: Theme): Hex {
  const { paper, ink } = tokens[theme];
  for (let share = theme === 'light' ? 0.1 : 0.2; share > 0; share -= 0.01) {
    const ground = mixed(paper, accent, share);
    if (contrast(accent, ground) >= leastContrast && contrast(ink, ground) >= leastContrast) return ground;
  }
  return paper;
}

/** The accent of a theme and the ground under it, ours where the paper has none of its own. */
export function accentOf(accents: Accents, theme: Theme): { accent: Hex; ground: Hex } {
  const own = accents[theme];
  return own
    ? { accent: own, ground: groundOfAccent(own, theme) }
    : { accent: tokens[theme].accent, ground: tokens[theme]['accent-ground'] };
}

/**
 * The style of a paper with colours of its own, for the head of every page; empty for ours. It stands in no layer, so it
 * wins over tokens.css, and is made of checked colours only: the policy of readers' pages lets it in by its hash.
 */
export function lookStyle(accents: Accents, nameInAccent: boolean): string {
  const [light, dark] = [accentOf(accents, 'light'), accentOf(accents, 'dark')];
  const colours =
    accents.light || accents.dark
      ? `:root,[data-theme]{--accent:light-dark(${light.accent},${dark.accent});--accent-ground:light-dark(${light.ground},${dark.ground})}`
      : '';
  return colours + (nameInAccent ? '.nameplate a{color:var(--accent)}' : '');
}
