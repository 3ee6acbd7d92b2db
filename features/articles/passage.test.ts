import { expect, test } from 'vitest';
import type { RichText } from '@/lib/rich-text/document';
import { holdsPassage } from './passage';
import { paragraph, story } from './testing';

const version = (body: RichText, more = {}) => ({
  title: 'Tide',
  standfirst: 'In short',
  leadCaption: '',
  ...more,
  body,
});

test('D12 a passage is found over forms, quotation marks, spaces and paragraphs, in head and captions', () => {
  const styled = paragraph('');
  styled.content = [
    { type: 'text', text: 'The “old' },
    { type: 'text', text: ' wall”', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' held—barely.' },
  ];
  const body: RichText = {
    type: 'doc',
    content: [styled, { type: 'figure', attrs: { mediaId: 1, caption: 'Ada, mayor' } }],
  };
  for (const words of ['the "old wall" held-barely', 'Old   Wall', 'In short', 'tide', 'Ada, mayor'])
    expect(holdsPassage(version(body), words), words).toBe(true);
  for (const words of ['new wall', 'Ada, the mayor'])
    expect(holdsPassage(version(body), words), words).toBe(false);
  expect(holdsPassage(version(story('One.', 'Two.')), 'One. Two.')).toBe(true);
});
