import { Byline } from '@/components/site/byline';
import { StoryCard } from '@/components/site/story-card';
import type { IssueContent } from '@/db/schema/newsletter';
import { showTime } from '@/lib/dates';
import type { Messages } from '@/lib/messages';

/** N9: an issue as it went out, on the paper's own page instead of in a mail. */
export function IssuePage({ issue, words }: { issue: IssueContent; words: Messages }) {
  const at = showTime(new Date(issue.issuedAt), 'day', issue);
  return (
    <main id="content" className="page issue">
      <header className="list-head">
        <p className="kicker">
          <a href="/newsletter">{issue.listName}</a>
        </p>
        <h1 dir="auto">{issue.subject}</h1>
        <p className="facts">
          <time dateTime={at.iso}>{at.text}</time>
        </p>
      </header>
      {issue.introHtml && (
        <div
          className="prose"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: renderHtml escapes all text and checks every link.
          dangerouslySetInnerHTML={{ __html: issue.introHtml }}
        />
      )}
      <div className="river">
        {issue.stories.map((story, n) => (
          <StoryCard
            key={story.articleId}
            variant="river"
            href={story.href}
            title={story.title}
            standfirst={story.standfirst}
            kicker={story.section ? { label: story.section } : null}
            byline={
              story.authors.length > 0 ? (
                <Byline
                  authors={story.authors.map((name) => ({ name }))}
                  fallback={words.paper.article.staff}
                  language={issue.language}
                />
              ) : null
            }
            facts={[
              words.newsletter.minutes(story.readingMinutes),
              ...(story.picture?.credit ? [story.picture.credit] : []),
            ]}
            picture={story.picture}
            first={n === 0}
          />
        ))}
      </div>
    </main>
  );
}
