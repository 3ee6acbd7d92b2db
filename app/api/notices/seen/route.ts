import { seeNotices } from '@/features/articles/commands';
import { seeNoticesInput } from '@/features/articles/notes-input';
import { endpoint } from '@/features/endpoint';

/** An article, or its notes, are on the screen: what one was told of them is read. */
export const POST = endpoint({ input: seeNoticesInput, command: seeNotices });
