import { leaveArticle } from '@/features/articles/commands';
import { leaveInput } from '@/features/articles/presence-input';
import { endpoint } from '@/features/endpoint';

/** The page goes: `sendBeacon` calls this when nothing else can be said any more. */
export const POST = endpoint({ input: leaveInput, command: leaveArticle });
