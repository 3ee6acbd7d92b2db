import { z } from 'zod';
import { type Hex, parseHex } from '@/lib/colours';
import { type Accents, accentFault, type Theme } from '@/lib/look';
import { optionalRowId } from '@/lib/shapes';

/** An accent that can be read in its theme; empty is ours. */
const accent = (theme: Theme) =>
  z
    .string('Choose a colour.')
    .max(100, 'Write a colour as #a1241b.')
    .default('')
    .transform((typed, context): Hex | '' => {
      if (typed.trim() === '') return '';
      const colour = parseHex(typed);
      const refused = colour === null ? 'Write a colour as #a1241b.' : accentFault(colour, theme)?.sentence;
      if (colour !== null && refused === undefined) return colour;
      context.addIssue({ code: 'custom', message: refused ?? '' });
      return z.NEVER;
    });

const ticked = z.preprocess((sent) => sent === 'on' || sent === true, z.boolean());

/** How the paper looks where it does not look like ours (D19). */
export const lookShape = z.object({
  accentLight: accent('light'),
  accentDark: accent('dark'),
  /** The name in the masthead too, where no logo stands for it. */
  nameInAccent: ticked,
  /** Pictures of the library: what stands for the name, the same for the dark theme, and a square for tabs and phones. */
  logoId: optionalRowId,
  darkLogoId: optionalRowId,
  iconId: optionalRowId,
});
export type Look = z.output<typeof lookShape>;

export const ourLook: Look = {
  accentLight: '',
  accentDark: '',
  nameInAccent: false,
  logoId: null,
  darkLogoId: null,
  iconId: null,
};

export const accentsOf = ({ accentLight, accentDark }: Look): Accents => ({
  light: accentLight,
  dark: accentDark,
});

export const logoKinds = ['logo', 'darkLogo', 'icon'] as const;
export type LogoKind = (typeof logoKinds)[number];

/** A picture that stands for the paper. */
export interface Logo {
  mediaId: number;
  hash: string;
  /** Of the file as it is kept, in pixels. */
  width: number;
  height: number;
}
/** Those of them that are in the library now. */
export type Logos = Record<LogoKind, Logo | null>;

export const noLogos: Logos = { logo: null, darkLogo: null, icon: null };
