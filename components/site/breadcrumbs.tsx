interface BreadcrumbsProps {
  label: string;
  /** From the front page down; the last one is this page's parent, never the page itself. */
  trail: { name: string; href: string }[];
}

export function Breadcrumbs({ label, trail }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className="breadcrumbs">
      <ol>
        {trail.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
