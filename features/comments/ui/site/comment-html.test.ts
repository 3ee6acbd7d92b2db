import { expect, test } from 'vitest';
import { messages } from '@/lib/messages';
import { commentHtml } from './comment-html';

const hostile = `<script>alert(1)</script> & "quotes' \u2028`;
const item = {
  comment: {
    id: 7,
    parentId: null,
    threadId: 7,
    depth: 0,
    name: hostile,
    body: `${hostile}\n\nSecond\nline`,
    staff: true,
    createdAt: new Date('2026-03-01T10:00:00Z'),
  },
  when: { iso: '2026-03-01T10:00:00Z', text: 'Mar 1' },
  messages: messages('en').comments,
  open: true,
};

test('C1 A5 whatever somebody writes, name or text, stays text', () => {
  const html = commentHtml({ ...item, answers: hostile });
  expect(html).not.toContain('<script');
  expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;quotes&#39;/g)).toHaveLength(4);
  expect(html).toMatch(/<p>Second\nline<\/p><\/div><a class="reply"/);
  expect(html.match(/<[a-z]+/g)).toEqual('<article <header <b <span <span <a <time <div <p <p <a'.split(' '));
});

test('C1 a comment says whom it answers where that is told, and offers a reply only where one can be given', () => {
  expect(commentHtml(item)).not.toContain('class="answers"');
  expect(commentHtml({ ...item, answers: null })).toContain(item.messages.parentRemoved);
  expect(commentHtml({ ...item, answers: 'Ana' })).toContain(item.messages.inReplyTo('Ana'));
  expect(commentHtml({ ...item, open: false })).not.toContain('class="reply"');
});
