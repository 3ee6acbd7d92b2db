import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, bodyIn, type Encoding, encode, encodingFor, plainBytes, withNews } from './encode';
import { isHeld } from './send';
import type { Bar } from './stop-press';
import type { Page } from './store';

/**
 * What is sent for a page while this stands: its own answer where nothing does, or where it has no place for it. The
 * page itself stays as it is, so that taking the news away costs nothing.
 */
export function answerWith(page: Page, bar: Bar): Answer {
  if (bar.mark === '' || page.answer.place === null) return page.answer;
  if (page.news?.mark !== bar.mark)
    page.news = { mark: bar.mark, answer: withNews(page.answer, bar.mark), making: new Map() };
  return page.news.answer;
}

/** Whether an answer can be sent as it is: the visitor has it already, or it is there in the encoding she takes. */
export const isReady = (answer: Answer, headers: IncomingHttpHeaders): boolean =>
  isHeld(headers, answer) || bodyIn(answer, encodingFor(answer, headers['accept-encoding'])) !== undefined;

/** Makes the encoding that a visitor takes (about 2 ms for a page, off the main thread), unless it is there. */
export async function setIn(page: Page, bar: Bar, headers: IncomingHttpHeaders): Promise<Answer> {
  const answer = answerWith(page, bar);
  const { news } = page;
  if (answer === page.answer || news === undefined || isReady(answer, headers)) return answer;
  const encoding = encodingFor(answer, headers['accept-encoding']);
  let making = news.making.get(encoding);
  if (making === undefined) {
    making = make(page.answer, answer, bar, encoding).finally(() => news.making.delete(encoding));
    news.making.set(encoding, making);
  }
  await making;
  return answer;
}

async function make(base: Answer, answer: Answer, bar: Bar, encoding: Encoding): Promise<void> {
  const plain = await plainBytes(base);
  const at = base.place ?? 0;
  await encode(answer, Buffer.concat([plain.subarray(0, at), bar.html, plain.subarray(at)]), encoding);
}
