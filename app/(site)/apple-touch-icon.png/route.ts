import { ourIcon } from '@/app/icons/our-icon';
import { readPaperIcon } from '@/features/media/read';

export const dynamic = 'force-dynamic';

/** The paper's icon on a phone's screen. */
export async function GET(): Promise<Response> {
  const bytes = (await readPaperIcon('touch')) ?? (await ourIcon('ours-touch.png'));
  return new Response(bytes, { headers: { 'content-type': 'image/png' } });
}
