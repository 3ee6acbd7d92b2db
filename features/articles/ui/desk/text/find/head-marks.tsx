import { Fragment, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from '@/components/ui/class-names';
import type { Finding } from './find-plugin';
import type { Fields } from './found-place';
import { headFields } from './head-step';

/** Marks what is found in headline and standfirst: a field cannot mark words of its own, so they are painted behind it. */
export function HeadMarks({ finding, fields }: { finding: Finding; fields: Fields }) {
  return headFields.map((field) => {
    const place = fields[field].current?.parentElement;
    const words = finding.head[field];
    const parts: ReactNode[] = [];
    let at = 0;
    for (const [n, match] of finding.matches.entries()) {
      if (match.in !== 'head' || match.field !== field) continue;
      parts.push(
        <Fragment key={match.from}>
          {words.slice(at, match.from)}
          <span className={classNames('found', n === finding.current && 'found-now')}>
            {words.slice(match.from, match.to)}
          </span>
        </Fragment>,
      );
      at = match.to;
    }
    if (!place || parts.length === 0) return null;
    return createPortal(
      <div aria-hidden="true" dir="auto" className="found-in-head">
        {parts}
        {words.slice(at)}
      </div>,
      place,
      field,
    );
  });
}
