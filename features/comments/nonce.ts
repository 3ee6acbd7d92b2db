import { createHash } from 'node:crypto';
import { readToken, signToken } from '@/lib/signed-token';
import type { Submission } from './queries';

type Typed = Pick<Submission, 'id' | 'articleId' | 'parentId' | 'name' | 'email' | 'body'>;

/**
 * What the preview page carries and the second POST must bring: bound to the submission, its article and every word of
 * it. It is used up by the submission's own state, so showing the page writes nothing.
 */
export const previewNonce = (typed: Typed): string => signToken('comment-preview', fingerprint(typed));

export const nonceFits = (nonce: string, typed: Typed): boolean =>
  readToken('comment-preview', nonce) === fingerprint(typed);

const fingerprint = ({ id, articleId, parentId, name, email, body }: Typed): string =>
  createHash('sha256')
    .update(JSON.stringify([id, articleId, parentId, name, email, body]))
    .digest('base64url');
