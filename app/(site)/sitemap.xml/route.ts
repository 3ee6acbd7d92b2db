import { fileAnswer } from '@/features/syndication/answer';
import { readSitemapIndex } from '@/features/syndication/read';

export const dynamic = 'force-dynamic';
export const GET = async () => fileAnswer(await readSitemapIndex());
