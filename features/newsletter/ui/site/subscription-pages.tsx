import { MessagePage } from '@/components/site/message-page';
import type { Messages } from '@/lib/messages';
import type { NewsletterList } from '../../queries';

type Words = Messages['newsletter'];

/** After every sign-up, whatever the address (N1). */
export const CheckYourMail = ({ words }: { words: Words }) => (
  <MessagePage title={words.checkTitle}>
    <p role="status">{words.check}</p>
    <p>{words.checkLate}</p>
    <ToFront words={words} />
  </MessagePage>
);

/** N2: the link opens this page, and only its button confirms. */
export const ConfirmPage = ({
  token,
  lists,
  words,
}: {
  token: string;
  lists: NewsletterList[];
  words: Words;
}) => (
  <MessagePage title={words.confirmTitle}>
    <p>{words.confirmLead}</p>
    <ul className="named-lists">
      {lists.map(({ id, name, description }) => (
        <li key={id}>
          <b>{name}</b>
          {description && <span className="hint">{description}</span>}
        </li>
      ))}
    </ul>
    <form method="post" action={`/api/subscribe/confirm/${token}`} className="confirm-form">
      <button type="submit">{words.confirmButton}</button>
    </form>
    <p className="fine-print">{words.confirmIgnore}</p>
  </MessagePage>
);

export const Welcome = ({ words }: { words: Words }) => (
  <MessagePage title={words.welcomeTitle}>
    <p role="status">{words.welcome}</p>
    <ToFront words={words} />
  </MessagePage>
);

/** A link that is forged, cut off, or about somebody who is not there any more. */
export const LinkGone = ({ words }: { words: Words }) => (
  <MessagePage title={words.expiredTitle}>
    <p>{words.expired}</p>
    <p>
      <a href="/newsletter">{words.signUpAgain}</a>
    </p>
  </MessagePage>
);

interface UnsubscribeProps {
  list: NewsletterList;
  preferences: string;
  words: Words;
}

/** N2: one button, and nothing has changed before it is pressed. */
export const UnsubscribePage = ({
  token,
  list,
  preferences,
  words,
}: UnsubscribeProps & { token: string }) => (
  <MessagePage title={words.unsubscribeTitle}>
    <p>{words.unsubscribeLead(list.name)}</p>
    <form method="post" action={`/api/unsubscribe/${token}`} className="confirm-form">
      <input type="hidden" name="from" value="page" />
      <button type="submit">{words.unsubscribeButton}</button>
    </form>
    <p>
      <a href={preferences}>{words.orAll}</a>
    </p>
  </MessagePage>
);

export const Unsubscribed = ({ list, preferences, words }: UnsubscribeProps) => (
  <MessagePage title={words.unsubscribedTitle}>
    <p role="status">{words.unsubscribed(list.name)}</p>
    <p>
      <a href={preferences}>{words.orAll}</a>
    </p>
    <ToFront words={words} />
  </MessagePage>
);

interface PreferencesPageProps {
  token: string;
  address: string;
  lists: (NewsletterList & { receives: boolean })[];
  /** They were saved just now. */
  saved: boolean;
  words: Words;
}

/** N9: a reader's own page: every list on or off, and all of them off with one button. */
export function PreferencesPage({ token, address, lists, saved, words }: PreferencesPageProps) {
  const receives = lists.some((list) => list.receives);
  return (
    <MessagePage title={words.preferencesTitle}>
      <p>{words.preferencesFor(address)}</p>
      {saved && <p role="status">{receives ? words.saved : words.allGone}</p>}
      <form method="post" action={`/api/subscribe/preferences/${token}`} className="preferences-form">
        <fieldset className="choices">
          <legend>{words.preferencesHint}</legend>
          {lists.map(({ id, slug, name, description, receives: on }) => (
            <label key={id}>
              <input type="checkbox" name="list" value={slug} defaultChecked={on} />
              <span>
                {name}
                {description && <span className="hint">{description}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        <p className="form-buttons">
          <button type="submit">{words.save}</button>
          <button type="submit" name="everything" value="1" className="quiet">
            {words.unsubscribeAll}
          </button>
        </p>
      </form>
    </MessagePage>
  );
}

const ToFront = ({ words }: { words: Words }) => (
  <p>
    <a href="/">{words.backToFront}</a>
  </p>
);
