import { attendArticle } from '@/features/articles/commands';
import { attendInput } from '@/features/articles/presence-input';
import { endpoint } from '@/features/endpoint';

/** An open page of the editor says that it is there, and what it wants. */
export const POST = endpoint({ input: attendInput, command: attendArticle });
