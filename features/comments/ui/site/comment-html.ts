import { escapeHtml } from '@/lib/html';
import type { Messages } from '@/lib/messages';
import type { ShownComment } from '../../queries';

export interface CommentItem {
  comment: ShownComment;
  /** Whose comment this answers; undefined for a top comment, null when that one is gone. */
  answers?: string | null;
  when: { iso: string; text: string };
  messages: Messages['comments'];
  /** Whether a reply link is offered. */
  open: boolean;
}

/**
 * One comment as everybody sees it: plain text in, paragraphs out, links left as words. Written as text, with everything
 * that came from somebody escaped, and not as elements: a page of comments is half of an article's elements, each of which
 * React turns over twice.
 */
export function commentHtml({ comment, answers, when, messages, open }: CommentItem): string {
  const { id, depth, staff, body } = comment;
  const name = escapeHtml(comment.name);
  const badge = staff ? `<span class="badge"> ${escapeHtml(messages.staff)}</span>` : '';
  const said = answers === null ? messages.parentRemoved : answers && messages.inReplyTo(answers);
  const answering = said ? `<span class="answers"> ${escapeHtml(said)}</span>` : '';
  const link = `<a href="#comment-${id}" title="${escapeHtml(messages.permalink)}"><time datetime="${when.iso}">${escapeHtml(when.text)}</time></a>`;
  const reply = open
    ? `<a class="reply" href="/comment/reply/${id}" rel="nofollow" aria-label="${escapeHtml(messages.replyTo(comment.name))}">${escapeHtml(messages.reply)}</a>`
    : '';
  return [
    `<article class="comment" id="comment-${id}" data-depth="${depth}" aria-labelledby="by-${id}">`,
    `<header><b id="by-${id}" dir="auto">${name}</b>${badge}${answering} ${link}</header>`,
    `<div class="comment-body" dir="auto">${paragraphs(body).map(inParagraph).join('')}</div>${reply}</article>`,
  ].join('');
}

const inParagraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** Blank lines part paragraphs, single ones break lines. */
export const paragraphs = (text: string): string[] => text.split(/\n{2,}/);
