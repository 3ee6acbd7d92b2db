import { NewsletterBox } from '@/components/site/newsletter-box';
import { SectionHeading } from '@/components/site/section-heading';
import { type Locality, showTime } from '@/lib/dates';
import type { Messages } from '@/lib/messages';
import type { Consent } from '../../consent';
import type { ArchivedIssue, NewsletterList } from '../../queries';

interface NewslettersPageProps {
  lists: NewsletterList[];
  archive: ArchivedIssue[];
  siteName: string;
  consent: Consent;
  locality: Locality;
  words: Messages;
}

/** N1: what there is to receive, the form for it, and what went out before. */
export function NewslettersPage({
  lists,
  archive,
  siteName,
  consent,
  locality,
  words,
}: NewslettersPageProps) {
  const { newsletter, shell } = words;
  return (
    <main id="content" className="page newsletters">
      <header className="list-head">
        <SectionHeading level={1}>{newsletter.title}</SectionHeading>
        <p className="standfirst">{lists.length > 0 ? newsletter.lead(siteName) : newsletter.none}</p>
      </header>
      <NewsletterBox
        lists={lists}
        source="page"
        words={{ ...shell.newsletterBox, title: newsletter.signUp, lead: newsletter.emailHint }}
        consent={consent}
      />
      <section className="issues" aria-labelledby="issues">
        <SectionHeading id="issues">{newsletter.archive}</SectionHeading>
        {archive.length === 0 && <p>{newsletter.noArchive}</p>}
        <ul>
          {archive.map((issue) => {
            const at = showTime(issue.startedAt, 'day', locality);
            return (
              <li key={issue.id}>
                <a href={`/newsletter/issues/${issue.id}`} dir="auto">
                  {issue.subject}
                </a>
                <p className="facts">
                  <span>{issue.listName}</span>
                  <time dateTime={at.iso}>{at.text}</time>
                </p>
              </li>
            );
          })}
        </ul>
      </section>
    </main>
  );
}
