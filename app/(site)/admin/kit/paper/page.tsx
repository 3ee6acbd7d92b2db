import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/site/breadcrumbs';
import { BreakingBar } from '@/components/site/breaking-bar';
import { Byline } from '@/components/site/byline';
import { Figure } from '@/components/site/figure';
import { FormField } from '@/components/site/form-field';
import { Kicker } from '@/components/site/kicker';
import { Masthead } from '@/components/site/masthead';
import { NewsletterBox } from '@/components/site/newsletter-box';
import { Pager } from '@/components/site/pager';
import { SectionHeading } from '@/components/site/section-heading';
import { ShareLinks } from '@/components/site/share-links';
import { StoryCard, type StoryCardProps } from '@/components/site/story-card';
import { Timestamp } from '@/components/site/timestamp';
import { requireStaff } from '@/features/users/session';
import { messages } from '@/lib/messages';

export const metadata: Metadata = { title: 'Parts of the paper', robots: { index: false } };

const words = messages('en').shell;
const at = { iso: '2026-11-23T06:00:00+01:00', text: '23 November 2026' };

/** The parts that readers meet, in the paper's own style. Beside /admin/kit, and like it linked from nowhere else. */
export default async function PaperKitPage() {
  await requireStaff();
  return (
    <main id="content" className="page">
      <SectionHeading level={1}>Parts of the paper</SectionHeading>
      <BreakingBar
        label={words.breaking}
        text="The bridge is closed to all traffic until further notice"
        href="#bridge"
      />
      <Masthead
        siteName="The Harbour Standard"
        tagline="Set in ink, by the sea"
        today={{ iso: '2026-11-23', text: 'Monday 23 November 2026' }}
        sections={sections}
        tools={[{ label: words.newsletter, href: '#newsletter' }]}
        words={{ sections: 'Sections, specimen', tools: 'The paper, specimen', below: words.below }}
      />
      <Cards />
      <Story />
      <Thread />
      <Pager words={words} newerHref="#newer" olderHref="#older" />
      <NewsletterBox
        source="kit"
        words={{ ...words.newsletterBox, title: 'Newsletters to choose from' }}
        lists={[
          { slug: 'morning', name: 'The Morning Sheet', description: 'Every weekday at six.' },
          { slug: 'weekend', name: 'Weekend reading' },
        ]}
      />
    </main>
  );
}

const sections = ['News', 'Asia-Pacific', 'Business', 'Opinion', 'Culture', 'Science', 'Sport'].map(
  (label, n) => ({
    label,
    href: `#${label.toLowerCase()}`,
    current: n === 1,
  }),
);

const story: Omit<StoryCardProps, 'variant'> & { title: string } = {
  href: '#story',
  title: 'Lights out at the harbour: how a small town lost its way home',
  standfirst:
    'The lamps had been dark since Tuesday. Nobody had asked why, said the harbour master, until the ferry came in.',
  kicker: { label: 'News', href: '#news' },
  at,
  facts: ['4 minute read'],
  level: 3,
};

const Cards = () => (
  <section aria-labelledby="cards">
    <SectionHeading id="cards">Stories</SectionHeading>
    <div className="columns">
      <div data-span="6">
        <StoryCard variant="lead" {...story} />
      </div>
      <div data-span="3">
        <StoryCard variant="second" {...story} title="Council votes on the bridge for the third time" />
      </div>
      <div data-span="3">
        <StoryCard variant="compact" {...story} title="What the river remembers" />
        <StoryCard variant="compact" {...story} title="A night with the lamp lighters" />
        <StoryCard variant="compact" {...story} title="Why ferries are late, and always were" />
      </div>
    </div>
    <StoryCard variant="river" {...story} />
    <StoryCard variant="river" {...story} title="The last of the herring boats is for sale" />
  </section>
);

const Story = () => (
  <article className="article" aria-labelledby="story">
    <header className="article-head">
      <Breadcrumbs
        label={words.breadcrumbs}
        trail={[
          { name: 'News', href: '#news' },
          { name: 'Asia-Pacific', href: '#asia' },
        ]}
      />
      <Kicker label="Asia-Pacific" href="#asia" />
      <h2 className="headline" id="story">
        {story.title}
      </h2>
      <p className="standfirst">{story.standfirst}</p>
      <p className="facts">
        <Byline
          by="By"
          fallback="Staff"
          language="en"
          authors={[{ name: 'Ida Wells', href: '#ida' }, { name: 'Łukasz Kowal' }]}
        />
        <Timestamp at={at} />
      </p>
      <ShareLinks url="https://example.org/story" title={story.title} words={words} />
    </header>
    <div className="prose">
      <p>
        The harbour master keeps a <a href="https://example.org/log">log of every lamp</a>, in ink, and{' '}
        <em>never</em> in pencil. <strong>She has done so since 1987.</strong> On Tuesday night she wrote one
        word in it.
      </p>
      <h2>A word in the log</h2>
      <p>
        Ships that pass at night do not stop to ask. They count the lamps and, if one is missing, they slow
        down.
      </p>
      <Figure caption="The harbour at dusk, seen from the old customs house." credit="Picture: Staff">
        <svg viewBox="0 0 3 2" role="img" aria-label="A picture's place" className="w-full bg-sunken" />
      </Figure>
      <blockquote>
        <p>Nobody asked. That is the whole story: nobody asked.</p>
      </blockquote>
      <h3>What is left</h3>
      <ul>
        <li>Two lamps on the mole, both of the old kind.</li>
        <li>A bell, rung by hand.</li>
      </ul>
      <hr />
      <pre>
        <code>lamp 4 dark since Tuesday</code>
      </pre>
    </div>
  </article>
);

const Thread = () => (
  <section className="comments" aria-labelledby="thread">
    <h2 id="thread">2 comments on Lights out at the harbour</h2>
    {['Ida Wells', 'A reader'].map((name, depth) => (
      <article key={name} className="comment" data-depth={depth}>
        <header>
          <b>{name}</b>
          {depth === 0 && <span className="badge">Staff</span>}
          <a href="#thread">
            <Timestamp at={at} />
          </a>
        </header>
        <div className="comment-body">
          <p>I pass there every night, and I did wonder.</p>
        </div>
        <a className="reply" href="#reply" aria-label={`Reply to ${name}`}>
          Reply
        </a>
      </article>
    ))}
    <div className="leave-comment">
      <h3>Leave a comment</h3>
      <FormField label="Name" name="name" autoComplete="name" />
      <FormField
        label="Email"
        name="kit-email"
        type="email"
        hint="Never shown."
        error="This does not look like an email address."
      />
      <FormField label="Your comment" name="body" multiline rows={6} />
    </div>
  </section>
);
