import type { ReactNode } from 'react';

interface SectionHeadingProps {
  children: ReactNode;
  /** The page that has all of it. */
  href?: string;
  level?: 1 | 2 | 3;
  id?: string;
}

/** The head of a strip or a list: an ink rule with its name under it. */
export function SectionHeading({ children, href, level = 2, id }: SectionHeadingProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading className="section-heading" id={id}>
      {href ? <a href={href}>{children}</a> : children}
    </Heading>
  );
}
