import { deskStream } from '@/features/articles/desk-stream';
import { streamInput } from '@/features/articles/presence-input';
import { actorOfRequest } from '@/features/users/session';
import { isRefusal } from '@/lib/errors';

/** What happens at the desk, told as it happens to somebody signed in: who is where, what was saved, what is new for her. */
export async function GET(request: Request): Promise<Response> {
  const { article } = streamInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const findActor = async () => {
    const actor = await actorOfRequest(request, { quietly: true });
    return actor.kind === 'staff' ? actor : null;
  };
  const actor = await findActor();
  if (!actor) return new Response('You are signed out.', { status: 403 });
  try {
    const stream = deskStream({ actor, findActor, articleId: article ?? null, signal: request.signal });
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return new Response(error.message, { status: error.status });
  }
}
