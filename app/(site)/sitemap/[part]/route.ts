import { fileAnswer } from '@/features/syndication/answer';
import { readSitemap } from '@/features/syndication/read';

export const dynamic = 'force-dynamic';

/** Readers know it as `/sitemap-3.xml` (next.config.ts). */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  return fileAnswer(await readSitemap(part));
}
