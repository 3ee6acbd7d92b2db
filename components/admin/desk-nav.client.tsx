'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Badge } from '@/components/ui/badge';
import { type DeskGroup, entryIcons, isAt } from './desk-entries';

/** The desk's parts, grouped; the one that is open is marked. */
export function DeskNav({ groups, onGo }: { groups: DeskGroup[]; onGo?: () => void }) {
  const path = usePathname();
  return (
    <nav aria-label="Desk" className="space-y-4">
      {groups.map(({ label, entries }) => (
        <ul key={label} aria-label={label} className="space-y-0.5">
          {entries.map(({ icon, label: words, href, waiting }) => {
            const Icon = entryIcons[icon];
            return (
              <li key={href}>
                <Link
                  href={href}
                  onClick={onGo}
                  aria-current={isAt(path, href) ? 'page' : undefined}
                  className="flex min-h-8 items-center gap-2.5 rounded-md px-2 text-soft no-underline hover:bg-rule/50 hover:text-ink aria-[current]:bg-rule/60 aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:min-h-11 forced-colors:aria-[current]:outline-2"
                >
                  <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
                  <span className="flex-1">{words}</span>
                  {waiting ? (
                    <Badge tone="accent">
                      {waiting.toLocaleString('en')}
                      <span className="sr-only"> waiting</span>
                    </Badge>
                  ) : null}
                </Link>
              </li>
            );
          })}
        </ul>
      ))}
    </nav>
  );
}
