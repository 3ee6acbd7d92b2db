import { fileAnswer } from '@/features/syndication/answer';
import { readFeed } from '@/features/syndication/read';

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: { params: Promise<{ section: string }> }) {
  const { section } = await params;
  return fileAnswer(await readFeed(`/${section}`, 'atom'));
}
