import type { Permissions } from '../../../desk-rules';
import type { Draft } from '../../../queries/draft';
import { mayFollow } from '../../../rules';

/** What the editor's page offers of a story as it stands, to who may. */

export const mayShare = (draft: Draft, may: Permissions): boolean =>
  may.edit && mayFollow('share', draft.state);

export const mayCorrect = (draft: Draft, may: Permissions): boolean =>
  may.correct && mayFollow('correct', draft.state);

export function whyReadOnly(draft: Draft, may: Permissions): string {
  if (draft.state === 'trashed') return 'This story is in the trash. Take it out to go on writing.';
  if (draft.state === 'killed') return 'This story was killed. It stays as it was.';
  if (draft.bodyIsNewer)
    return 'This story was written by a newer version of Broadsheet. You can read it here, but not change it, so that nothing of it is lost. Bring this installation up to date to go on.';
  return may.edit ? 'This story cannot be changed just now.' : 'You can read this story, but not change it.';
}
