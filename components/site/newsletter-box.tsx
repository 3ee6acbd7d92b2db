import { useId } from 'react';

export interface NewsletterBoxProps {
  /** What there is to choose from; absent, the sign-up is for the paper's first list and asks nothing. */
  lists?: { slug: string; name: string; description?: string }[];
  /** Where on the site it stands, kept with the sign-up: `footer`, `article`. */
  source: string;
  words: {
    title: string;
    lead: string;
    email: string;
    choose: string;
    subscribe: string;
    leaveEmpty: string;
  };
  /** What is agreed to by pressing the button; sent along, so that what was seen is what is kept. */
  consent?: { wording: string; proof: string };
  level?: 2 | 3;
}

/** Sign-up for the newsletters: a native form, and nothing in it depends on who reads the page. */
export function NewsletterBox({ lists, source, words, consent, level = 2 }: NewsletterBoxProps) {
  const id = useId();
  if (lists?.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section className="newsletter-box" aria-labelledby={`${id}-title`}>
      <div>
        <Heading id={`${id}-title`}>{words.title}</Heading>
        <p>{words.lead}</p>
      </div>
      <form method="post" action="/api/subscribe">
        <input type="hidden" name="source" value={source} />
        {lists && <Lists lists={lists} legend={words.choose} />}
        <label htmlFor={`${id}-email`}>{words.email}</label>
        <div className="field-and-button">
          <input id={`${id}-email`} name="email" type="email" autoComplete="email" maxLength={254} required />
          <button type="submit">{words.subscribe}</button>
        </div>
        <div className="trap" aria-hidden="true">
          <label>
            {words.leaveEmpty}
            <input type="text" name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        {consent && (
          <>
            <input type="hidden" name="consent" value={consent.wording} />
            <input type="hidden" name="consentProof" value={consent.proof} />
            <p className="fine-print" dir="auto">
              {consent.wording}
            </p>
          </>
        )}
      </form>
    </section>
  );
}

/** One list needs no choice; of several, the first is ticked. */
function Lists({ lists, legend }: { lists: NonNullable<NewsletterBoxProps['lists']>; legend: string }) {
  const [only, ...others] = lists;
  if (only && others.length === 0) return <input type="hidden" name="list" value={only.slug} />;
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {lists.map(({ slug, name, description }, at) => (
        <label key={slug}>
          <input type="checkbox" name="list" value={slug} defaultChecked={at === 0} />
          <span>
            {name}
            {description && <span className="hint">{description}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
