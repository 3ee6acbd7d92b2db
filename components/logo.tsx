import { logoAddress, logoSize } from '@/lib/logo-files';

/** A picture as it is kept: the name of its file and its size in pixels. */
export interface LogoPicture {
  hash: string;
  width: number;
  height: number;
}

export interface LogoProps {
  /** What it stands for, word for word: a logo is read out as the name. */
  name: string;
  logo: LogoPicture;
  /** For the dark theme; without one the other stands there on a plate of light paper. */
  darkLogo?: LogoPicture | null;
}

/**
 * The paper's logo (app/logo.css). Which of two is shown is the style's to say, for the reader chooses the theme; the one that
 * is not shown is not fetched.
 */
export const Logo = ({ name, logo, darkLogo }: LogoProps) => (
  <>
    <LogoImage
      name={name}
      picture={logo}
      kind={darkLogo ? 'logo-light' : 'logo-plate'}
      lazy={Boolean(darkLogo)}
    />
    {darkLogo && <LogoImage name={name} picture={darkLogo} kind="logo-dark" lazy />}
  </>
);

interface LogoImageProps {
  name: string;
  picture: LogoPicture;
  kind: 'logo-light' | 'logo-plate' | 'logo-dark';
  lazy: boolean;
}

const LogoImage = ({ name, picture, kind, lazy }: LogoImageProps) => (
  // biome-ignore lint/performance/noImgElement: one small file of our own, made once in the one size it is shown in
  <img
    src={logoAddress(picture.hash, 'logo')}
    alt={name}
    {...logoSize(picture)}
    loading={lazy ? 'lazy' : undefined}
    className={`logo ${kind}`}
  />
);
