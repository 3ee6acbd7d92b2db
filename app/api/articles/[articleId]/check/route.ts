import { checkArticle } from '@/features/articles/commands';
import { articleIdInput } from '@/features/articles/desk-input';
import { endpoint } from '@/features/endpoint';

/** The desk check, on demand. A route handler, not a server action: it re-renders nothing under the writer's hands. */
export const POST = endpoint({ input: articleIdInput, command: checkArticle });
