import type { ReactNode } from 'react';

export interface FigureProps {
  caption?: string | null;
  credit?: string | null;
  /** `lead` stands wider than the text. */
  variant?: 'lead' | 'text';
  children: ReactNode;
}

/** A picture with what it shows, and apart from that whose it is. A credit shows without a caption. */
export function Figure({ caption, credit, variant = 'text', children }: FigureProps) {
  return (
    <figure className={variant === 'lead' ? 'lead-figure' : undefined}>
      {children}
      {(caption || credit) && (
        <figcaption>
          {caption && <span className="caption">{caption}</span>}
          {caption && credit && ' '}
          {credit && <span className="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
