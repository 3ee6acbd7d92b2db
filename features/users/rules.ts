import type { Actor, Role } from '@/db/context';
import { Forbidden } from '@/lib/errors';

/** What may be done, in the desk's words. Every command asks for one of these and nothing else decides. */
export const verbs = [
  'read-desk',
  'create-article',
  'read-article',
  'edit-article',
  'submit-article',
  'approve-article',
  'publish-article',
  'withdraw-article',
  'kill-article',
  'trash-article',
  'purge-trash',
  'correct-article',
  'curate',
  'upload-media',
  'edit-media',
  'delete-media',
  'edit-taxonomy',
  'create-tag',
  'edit-authors',
  'moderate-comments',
  'comment-as-staff',
  'compose-newsletter',
  'send-newsletter',
  'read-subscribers',
  'edit-subscribers',
  'edit-lists',
  'manage-users',
  'edit-settings',
  'edit-redirects',
  'read-audit',
  'read-mailbox',
  'read-health',
  'manage-own-account',
] as const;
export type Verb = (typeof verbs)[number];

/** What a verb is done to, as far as permission depends on it. */
export interface Matter {
  /** Who made it, or is assigned to it. */
  ownerIds?: (number | null)[];
  /** The sections it is filed under; a section-scoped editor must hold one of them. */
  sectionIds?: number[];
  /** Whether readers see it now: contributors and authors lose their hand on it then, or not. */
  live?: boolean;
}

type Grant = 'any' | 'own' | 'own-unless-live';

/** The one permission table. A verb that is absent is refused. */
const table = {
  contributor: {
    'read-desk': 'any',
    'manage-own-account': 'any',
    'create-article': 'any',
    'read-article': 'own',
    'edit-article': 'own-unless-live',
    'submit-article': 'own-unless-live',
    'trash-article': 'own-unless-live',
    'upload-media': 'any',
    'edit-media': 'own',
    'create-tag': 'any',
  },
  author: {
    'read-desk': 'any',
    'manage-own-account': 'any',
    'create-article': 'any',
    'read-article': 'any',
    'edit-article': 'own',
    'submit-article': 'own',
    'publish-article': 'own',
    'withdraw-article': 'own',
    'trash-article': 'own-unless-live',
    'correct-article': 'own',
    'upload-media': 'any',
    'edit-media': 'own',
    'create-tag': 'any',
    'comment-as-staff': 'any',
  },
  editor: {
    'read-desk': 'any',
    'manage-own-account': 'any',
    'create-article': 'any',
    'read-article': 'any',
    'edit-article': 'any',
    'submit-article': 'any',
    'approve-article': 'any',
    'publish-article': 'any',
    'withdraw-article': 'any',
    'kill-article': 'any',
    'trash-article': 'any',
    'correct-article': 'any',
    curate: 'any',
    'upload-media': 'any',
    'edit-media': 'any',
    'delete-media': 'any',
    'edit-taxonomy': 'any',
    'create-tag': 'any',
    'edit-authors': 'any',
    'moderate-comments': 'any',
    'comment-as-staff': 'any',
    'compose-newsletter': 'any',
    'send-newsletter': 'any',
    'read-subscribers': 'any',
  },
  administrator: Object.fromEntries(verbs.map((verb) => [verb, 'any'])) as Record<Verb, Grant>,
} as const satisfies Record<Role, Partial<Record<Verb, Grant>>>;

/** Every role, from the one that may least. */
export const roles = Object.keys(table) as Role[];

/** Verbs that a section-scoped editor holds only where the object lies in one of her sections. */
const scoped: ReadonlySet<Verb> = new Set<Verb>([
  'edit-article',
  'submit-article',
  'approve-article',
  'publish-article',
  'withdraw-article',
  'kill-article',
  'trash-article',
  'correct-article',
  'curate',
]);

/**
 * Whether `actor` may do `verb` to `object`. Scheduled work (`system`) may do everything; readers nothing here (what
 * readers may do is open to everybody and has no verb).
 */
export function may(actor: Actor, verb: Verb, object: Matter = {}): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'reader') return false;
  const grants: Partial<Record<Verb, Grant>> = table[actor.role];
  const grant = grants[verb];
  if (!grant) return false;
  const owns = object.ownerIds?.includes(actor.id) ?? false;
  if (grant !== 'any' && !owns) return false;
  if (grant === 'own-unless-live' && object.live) return false;
  const restricted = actor.role === 'editor' && actor.sectionIds.length > 0 && scoped.has(verb) && !owns;
  return !restricted || (object.sectionIds ?? []).some((id) => actor.sectionIds.includes(id));
}

/** Throws Forbidden unless `may`. The first line of every command. */
export function authorise(actor: Actor, verb: Verb, object: Matter = {}): void {
  if (may(actor, verb, object)) return;
  if (actor.kind === 'reader')
    throw Forbidden(
      'You are signed out. Sign in again in another tab and repeat this; nothing here is lost.',
    );
  throw Forbidden(
    `Your role (${actor.kind === 'staff' ? actor.role : actor.kind}) does not allow this here. Ask an editor or administrator.`,
  );
}

/** Throws Forbidden unless this is scheduled work or the command line, which reach nobody over the network. */
export function authoriseSystem(actor: Actor): void {
  if (actor.kind !== 'system') throw Forbidden('Only the server itself does this.');
}
