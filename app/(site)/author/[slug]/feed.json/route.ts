import { fileAnswer } from '@/features/syndication/answer';
import { readFeed } from '@/features/syndication/read';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return fileAnswer(await readFeed(`/author/${slug}`, 'json'));
}
