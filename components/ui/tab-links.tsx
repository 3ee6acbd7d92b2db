import { Badge } from './badge';
import { classNames } from './class-names';

export interface TabLink {
  href: string;
  label: string;
  current: boolean;
  count?: number | null;
}

interface TabLinksProps {
  label: string;
  links: TabLink[];
  /** Too many for a narrow page: they take more lines there instead of scrolling out of sight. */
  wrap?: boolean;
}

/** Views of one list, each with an address of its own. */
export function TabLinks({ label, links, wrap = false }: TabLinksProps) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-rule border-b">
      <ul className={classNames('flex gap-x-5', wrap && 'flex-wrap')}>
        {links.map(({ href, label: words, current, count }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className={classNames(
                '-mb-px flex min-h-9 items-center gap-2 whitespace-nowrap border-b-2 no-underline -outline-offset-2 pointer-coarse:min-h-11',
                current
                  ? 'border-accent font-medium text-ink'
                  : 'border-transparent text-muted hover:border-edge hover:text-ink forced-colors:border-[color:Canvas]',
              )}
            >
              {words}
              {count != null && (
                <Badge tone={current ? 'accent' : 'neutral'}>{count.toLocaleString('en')}</Badge>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
