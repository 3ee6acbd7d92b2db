import type { IssueContent, IssueStory } from '@/db/schema/newsletter';
import { messages } from '@/lib/messages';
import { pictureAddress, widthsFor } from '@/lib/pictures';
import { MailFrame, MailName, Paragraph, PostalAddress, Row, Rule, Table } from './mail-frame';
import { faces, palette } from './palette';

export interface NewsletterMailProps {
  issue: IssueContent;
  /** The paper's address, no slash at the end: mail has no page to be relative to. */
  origin: string;
  links: { unsubscribe: string; preferences: string; issue: string };
}

/** One issue as mail. Its text part is made from the same markup, so that both say the same. */
export function NewsletterMail({ issue, origin, links }: NewsletterMailProps) {
  const words = messages(issue.language).newsletter;
  const accent = issue.look?.accent ?? palette.accent;
  const [lead, ...others] = issue.stories;
  return (
    <MailFrame
      language={issue.language}
      subject={issue.subject}
      previewText={issue.previewText}
      look={issue.look}
    >
      <Masthead issue={issue} origin={origin} />
      {issue.introHtml && (
        <Row top={24}>
          <Intro html={issue.introHtml} />
        </Row>
      )}
      {lead && <Lead story={lead} origin={origin} language={issue.language} accent={accent} />}
      {others.map((story) => (
        <Story
          key={story.articleId}
          story={story}
          origin={origin}
          language={issue.language}
          accent={accent}
        />
      ))}
      <Rule />
      <Row top={20} bottom={32}>
        <Paragraph quiet>{words.mail.why(issue.listName, issue.siteName)}</Paragraph>
        <Paragraph quiet>
          <Quiet href={links.unsubscribe}>{words.mail.unsubscribe}</Quiet> {'\u00b7 '}
          <Quiet href={links.preferences}>{words.mail.preferences}</Quiet> {'\u00b7 '}
          <Quiet href={links.issue}>{words.mail.readOnline}</Quiet>
        </Paragraph>
        <PostalAddress of={issue.siteName} lines={issue.postalAddress} />
      </Row>
    </MailFrame>
  );
}

function Masthead({ issue, origin }: { issue: IssueContent; origin: string }) {
  const date = new Intl.DateTimeFormat(issue.language, { dateStyle: 'full', timeZone: issue.timeZone });
  return (
    <>
      <Row top={8} bottom={14}>
        <a href={origin} className="ink" style={{ textDecoration: 'none', color: palette.ink }}>
          <MailName siteName={issue.siteName} look={issue.look} origin={origin} />
        </a>
        <div
          className="quiet"
          style={{ fontFamily: faces.sans, fontSize: '13px', lineHeight: '20px', color: palette.quiet }}
        >
          {issue.listName} {'\u00b7'} {date.format(new Date(issue.issuedAt))}
        </div>
      </Row>
      <Rule weight={2} />
    </>
  );
}

/** Written by staff in the desk's editor and rendered by lib/rich-text, which lets no script through. */
function Intro({ html }: { html: string }) {
  return (
    <div
      className="intro"
      style={{ fontFamily: faces.serif, fontSize: '17px', lineHeight: '27px', color: palette.ink }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderHtml escapes all text and checks every link.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

interface StoryProps {
  story: IssueStory;
  origin: string;
  language: string;
  accent: string;
}

function Lead(props: StoryProps) {
  return (
    <Row top={28} bottom={28}>
      <StoryPicture {...props} width={536} />
      <Words {...props} size={28} />
    </Row>
  );
}

function Story(props: StoryProps) {
  return (
    <>
      <Rule />
      <Row top={24} bottom={24}>
        <Table>
          <tr>
            {props.story.picture && (
              <td valign="top" width={160} style={{ width: '160px', paddingRight: '20px' }}>
                <StoryPicture {...props} width={160} />
              </td>
            )}
            <td valign="top">
              <Words {...props} size={21} />
            </td>
          </tr>
        </Table>
      </Row>
    </>
  );
}

/** JPEG, because not every mail program shows the newer kinds; twice the size it is shown in. */
function StoryPicture({ story: { picture, href }, origin, width }: StoryProps & { width: number }) {
  if (!picture) return null;
  const sizes = widthsFor(picture.width);
  const file = sizes.find((size) => size >= width * 2) ?? sizes.at(-1) ?? width;
  return (
    <div style={{ margin: '0 0 12px' }}>
      <a href={`${origin}${href}`}>
        {/* biome-ignore lint/performance/noImgElement: mail programs know no other. */}
        <img
          src={`${origin}${pictureAddress(picture.hash, file, 'jpeg')}`}
          alt={picture.alt}
          width={width}
          height={Math.round((width * picture.height) / picture.width)}
          style={{ display: 'block', width: '100%', maxWidth: `${width}px`, height: 'auto', border: 0 }}
        />
      </a>
      {picture.credit && (
        <div
          className="quiet"
          style={{
            fontFamily: faces.sans,
            fontSize: '12px',
            lineHeight: '18px',
            color: palette.quiet,
            paddingTop: '4px',
          }}
        >
          {picture.credit}
        </div>
      )}
    </div>
  );
}

function Words({ story, origin, language, accent, size }: StoryProps & { size: number }) {
  const words = messages(language).newsletter;
  const facts = [
    story.authors.length > 0 && `${words.by} ${new Intl.ListFormat(language).format(story.authors)}`,
    words.minutes(story.readingMinutes),
  ].filter(Boolean);
  return (
    <>
      {story.section && (
        <div
          className="accent"
          style={{
            fontFamily: faces.sans,
            fontSize: '13px',
            lineHeight: '18px',
            fontWeight: 600,
            color: accent,
          }}
        >
          {story.section}
        </div>
      )}
      <h2
        style={{
          margin: '2px 0 8px',
          fontFamily: faces.serif,
          fontSize: `${size}px`,
          lineHeight: 1.2,
          fontWeight: 700,
        }}
      >
        <a
          href={`${origin}${story.href}`}
          className="ink"
          style={{ color: palette.ink, textDecoration: 'none' }}
        >
          {story.title}
        </a>
      </h2>
      {story.standfirst && <Paragraph>{story.standfirst}</Paragraph>}
      <div
        className="quiet"
        style={{ fontFamily: faces.sans, fontSize: '13px', lineHeight: '20px', color: palette.quiet }}
      >
        {facts.join(' \u00b7 ')}
      </div>
    </>
  );
}

const Quiet = ({ href, children }: { href: string; children: string }) => (
  <a href={href} className="quiet" style={{ color: palette.quiet, textDecoration: 'underline' }}>
    {children}
  </a>
);
