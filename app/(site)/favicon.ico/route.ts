import { ourIcon } from '@/app/icons/our-icon';
import { readPaperIcon } from '@/features/media/read';

export const dynamic = 'force-dynamic';

/** The paper's icon for whoever asks by the usual name: readers of feeds, old browsers. */
export async function GET(): Promise<Response> {
  const bytes = (await readPaperIcon('icon')) ?? (await ourIcon('ours.ico'));
  return new Response(bytes, { headers: { 'content-type': 'image/x-icon' } });
}
