import type { Actor } from '@/db/context';
import { type Matter, may, type Verb } from '@/features/users/rules';

const asked = {
  edit: 'edit-article',
  submit: 'submit-article',
  approve: 'approve-article',
  publish: 'publish-article',
  withdraw: 'withdraw-article',
  kill: 'kill-article',
  trash: 'trash-article',
  correct: 'correct-article',
  upload: 'upload-media',
} as const satisfies Record<string, Verb>;

/** What the editor's page offers. The commands decide; this only keeps buttons away that would be refused. */
export type Permissions = Record<keyof typeof asked, boolean>;

export const permissionsOn = (actor: Actor, matter: Matter): Permissions =>
  Object.fromEntries(
    Object.entries(asked).map(([name, verb]) => [name, may(actor, verb, matter)]),
  ) as Permissions;
