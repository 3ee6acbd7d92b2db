import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { diffRichText } from '@/lib/rich-text/diff';
import { DiffView } from './diff-view';

test.each(['constructor', 'toString', '__proto__', 'aPartToCome'])(
  'D9 the history opens on a text with a part called %s, and shows it as one that is not known',
  (type) => {
    const now = { type: 'doc' as const, content: [{ type, content: [{ type: 'text', text: 'Within.' }] }] };
    expect(renderToStaticMarkup(<DiffView blocks={diffRichText({ type: 'doc' }, now)} />)).toContain(type);
  },
);
