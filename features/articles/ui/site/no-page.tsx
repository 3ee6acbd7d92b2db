import { MessagePage } from '@/components/site/message-page';
import type { SiteFrame } from './site-frame';

export interface NoPageProps {
  state: 'moved' | 'missing' | 'gone';
  site: Pick<SiteFrame, 'words'>;
}

/** What stands where there is no page. Of a moved one nobody sees it: the answer has no body. */
export function NoPage({ state, site }: NoPageProps) {
  const words = site.words.paper;
  if (state === 'moved')
    return (
      <MessagePage title={words.moved.title}>
        <Ways words={words} />
      </MessagePage>
    );
  const { title, text } = words[state];
  return (
    <MessagePage code={state === 'gone' ? '410' : '404'} title={title}>
      <p>{text}</p>
      <Ways words={words} />
    </MessagePage>
  );
}

const Ways = ({ words }: { words: SiteFrame['words']['paper'] }) => (
  <>
    <p>{words.missing.further}</p>
    <ul>
      <li>
        <a href="/">{words.missing.front}</a>
      </li>
      <li>
        <a href="/latest">{words.missing.latest}</a>
      </li>
    </ul>
  </>
);
