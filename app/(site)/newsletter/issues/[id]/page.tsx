import type { Metadata } from 'next';
import { MessagePage } from '@/components/site/message-page';
import { listMetadata } from '@/features/articles/ui/site/page-metadata';
import { readIssue } from '@/features/newsletter/read/site';
import { IssuePage } from '@/features/newsletter/ui/site/issue-page';
import { readFrame } from '../../../read-frame';

interface Address {
  params: Promise<{ id: string }>;
}

const read = async ({ params }: Address) => {
  const { id } = await params;
  return Promise.all([readFrame(), readIssue(id)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, issue] = await read(address);
  if (!issue) return { title: site.words.newsletter.issueGone, robots: { index: false } };
  const { id } = await address.params;
  return listMetadata(
    { title: issue.subject, description: issue.previewText, href: `/newsletter/issues/${id}` },
    site,
  );
}

export default async function Issue(address: Address) {
  const [site, issue] = await read(address);
  if (issue) return <IssuePage issue={issue} words={site.words} />;
  return (
    <MessagePage code="404" title={site.words.newsletter.issueGone}>
      <p>
        <a href="/newsletter">{site.words.newsletter.title}</a>
      </p>
    </MessagePage>
  );
}
