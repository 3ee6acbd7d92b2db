import { eq, sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { settings } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Invalid } from '@/lib/errors';
import { seal, unseal } from '@/lib/sealed';
import { findKeptRelay, relayKey, relayPurpose, unreadablePassword } from '../mail-in-force';
import type { KeptMailRelay, SaveMailRelay } from '../mail-relay';

/**
 * Keeps the relay that mail goes over from now on, in every process, unless SMTP_URL says another. The password lies in
 * the database sealed; an empty one keeps what there is. Throws Invalid by field.
 */
export async function saveMailRelay(ctx: Ctx, typed: SaveMailRelay): Promise<void> {
  authorise(ctx.actor, 'edit-settings');
  await transact(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${relayKey}))`);
    const before = await findKeptRelay(tx);
    const password = passwordFor(before, typed);
    const value: KeptMailRelay = {
      host: typed.host,
      port: typed.port,
      security: typed.security,
      user: typed.user,
      fromAddress: typed.fromAddress,
      fromName: typed.fromName,
      // Sealed anew each time: whoever compares two copies of the database learns nothing.
      sealedPassword: password === null ? null : seal(relayPurpose, password),
    };
    await tx.db
      .insert(settings)
      .values({ key: relayKey, value })
      .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: sql`clock()` } });
    tx.record('update-mail-relay', 'settings', null, {
      before: before && withoutSecret(before),
      after: { ...withoutSecret(value), ...(typed.password !== '' && { password: 'typed anew' }) },
    });
  });
}

/** Forgets the relay: mail goes by the environment again, or into the mailbox. */
export async function forgetMailRelay(ctx: Ctx): Promise<void> {
  authorise(ctx.actor, 'edit-settings');
  await transact(ctx, async (tx) => {
    const before = await findKeptRelay(tx);
    await tx.db.delete(settings).where(eq(settings.key, relayKey));
    if (before) tx.record('forget-mail-relay', 'settings', null, { before: withoutSecret(before) });
  });
}

/**
 * The password to sign in with; null for none. The kept one goes to the server, port, protection and user it was kept
 * for and nowhere else: whoever could point it at a server of his own would read it there. Throws Invalid by field.
 */
export function passwordFor(kept: KeptMailRelay | null, typed: SaveMailRelay): string | null {
  if (typed.forgetPassword) return null;
  if (typed.password !== '') {
    if (typed.user === '') throw wrong('user', 'Write the user that the password belongs to.');
    return typed.password;
  }
  if (typed.user === '') return null;
  if (!kept?.sealedPassword) throw wrong('password', 'Type the password of this user.');
  const same = (['host', 'port', 'security', 'user'] as const).every((name) => kept[name] === typed[name]);
  if (!same)
    throw wrong(
      'password',
      `Type the password again: the kept one goes to ${kept.host}, as it was set up there, and nowhere else.`,
    );
  const password = unseal(relayPurpose, kept.sealedPassword);
  if (password === null) throw wrong('password', unreadablePassword);
  return password;
}

const wrong = (field: string, sentence: string) => Invalid(sentence, { fields: { [field]: sentence } });

const withoutSecret = ({ sealedPassword, ...relay }: KeptMailRelay) => ({
  ...relay,
  password: sealedPassword === null ? 'none' : 'kept',
});
