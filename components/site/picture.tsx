import { focalClass, type Picture as PictureFile, pictureAddress, srcset, widthsFor } from '@/lib/pictures';

export interface PictureProps {
  picture: Pick<PictureFile, 'hash' | 'width' | 'height' | 'alt' | 'focal'>;
  /** How wide it stands on the page, as the `sizes` attribute says it. */
  sizes: string;
  /** The one picture at the head of a page: fetched first. All others wait until they come near. */
  first?: boolean;
  /** Beside a headline that says the same, a picture is decoration and stays silent. */
  silent?: boolean;
}

/** A picture in every width and format we serve, with its place kept before it comes. */
export function Picture({ picture, sizes, first = false, silent = false }: PictureProps) {
  const { hash, width, height, alt, focal } = picture;
  const middle = widthsFor(width).findLast((offered) => offered <= 960) ?? 320;
  return (
    <picture>
      <source type="image/avif" srcSet={srcset(picture, 'avif')} sizes={sizes} />
      <source type="image/webp" srcSet={srcset(picture, 'webp')} sizes={sizes} />
      <img
        src={pictureAddress(hash, middle, 'jpeg')}
        srcSet={srcset(picture, 'jpeg')}
        sizes={sizes}
        width={width}
        height={height}
        alt={silent ? '' : alt}
        className={focalClass(focal)}
        decoding="async"
        {...(first ? { fetchPriority: 'high' } : { loading: 'lazy' })}
      />
    </picture>
  );
}
