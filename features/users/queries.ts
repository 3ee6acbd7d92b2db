import { createHash } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import type { Ctx, Role, StaffActor } from '@/db/context';
import { credentials, sessions, userSections, users } from '@/db/schema';
import { NotFound } from '@/lib/errors';

/** A session ends this long after its last request, whatever the cookie says. */
export const sessionIdleDays = 7;
/** … and this long after sign-in at the latest. */
export const sessionMaxDays = 30;

/** What is kept of a random token: its sha256, in hex. 256 random bits need no salt. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Who a session cookie stands for, or null: the row must be there, not revoked, inside both limits by the database's
 * clock, and its user not disabled. One round trip; notes `seen_at` at most once in five minutes, unless `quietly`: what a
 * page does by itself keeps no session open.
 * Plan: sessions_pkey, users_pkey, user_sections_pkey, all single-row lookups.
 */
export async function findActor(
  db: Executor,
  cookieToken: string | null,
  { quietly = false }: { quietly?: boolean } = {},
): Promise<StaffActor | null> {
  if (!cookieToken || cookieToken.length > 200) return null;
  const hash = tokenHash(cookieToken);
  const [row] = await db.execute<{
    id: string;
    name: string;
    email: string;
    role: Role;
    sections: number[];
  }>(sql`
    with holder as (
      select u.id, u.name, u.email, u.role
        from sessions s join users u on u.id = s.user_id
       where s.id_hash = ${hash} and ${isOpen(sql`s`)} and u.disabled_at is null
    ), seen as (
      update sessions set seen_at = clock()
       where id_hash = ${hash} and seen_at < clock() - interval '5 minutes' and not ${quietly}::boolean and exists (select from holder)
    )
    select holder.*, coalesce(
      (select json_agg(us.section_id order by us.section_id) from user_sections us where us.user_id = holder.id), '[]'
    ) as sections from holder`);
  if (!row) return null;
  return {
    kind: 'staff',
    id: Number(row.id),
    name: row.name,
    email: row.email,
    role: row.role,
    sectionIds: row.sections,
  };
}

const isOpen = (s: ReturnType<typeof sql>) => sql`
  ${s}.revoked_at is null and ${s}.expires_at > clock()
  and ${s}.seen_at > clock() - make_interval(days => ${sessionIdleDays})`;

type UserRow = typeof users.$inferSelect;

export async function findUser(ctx: Ctx, id: number): Promise<UserRow | null> {
  const [user] = await ctx.db.select().from(users).where(eq(users.id, id));
  return user ?? null;
}

/** Who somebody with an open account is when she acts, or null: work that goes on after she asked for it acts as her. */
export async function findStaff(ctx: Ctx, id: number): Promise<StaffActor | null> {
  const user = await findUser(ctx, id);
  if (!user || user.disabledAt) return null;
  const { name, email, role } = user;
  return { kind: 'staff', id, name, email, role, sectionIds: await listSectionScope(ctx, id) };
}

/** A person by id; throws NotFound. With `lock` nobody else changes the row until the transaction ends. */
export async function getUser(ctx: Ctx, id: number, { lock = false } = {}): Promise<UserRow> {
  const query = ctx.db.select().from(users).where(eq(users.id, id));
  const [user] = lock ? await query.for('update') : await query;
  if (!user) throw NotFound('That person is not in the list any more.');
  return user;
}

/** A person by address, in any capitals; throws NotFound. */
export async function getUserByEmail(ctx: Ctx, email: string): Promise<UserRow> {
  const [user] = await ctx.db.select().from(users).where(sql`lower(${users.email}) = lower(${email})`);
  if (!user) throw NotFound(`Nobody here has the address ${email}.`);
  return user;
}

export async function findPasswordHash(ctx: Ctx, userId: number): Promise<string | null> {
  const [row] = await ctx.db
    .select({ secret: credentials.secret })
    .from(credentials)
    .where(and(eq(credentials.userId, userId), eq(credentials.kind, 'password')));
  return row?.secret ?? null;
}

/** The sections an editor is kept to; none means all. */
export async function listSectionScope(ctx: Ctx, userId: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ sectionId: userSections.sectionId })
    .from(userSections)
    .where(eq(userSections.userId, userId))
    .orderBy(asc(userSections.sectionId))
    .limit(200);
  return rows.map(({ sectionId }) => sectionId);
}

/** Whether anybody is or ever was administrator: the set-up page is closed from then on. */
export async function hasAdministrator(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'administrator'))
    .limit(1);
  return row !== undefined;
}

/** How a session is named to its owner: enough of the hash to be unique among theirs, and no key to anything. */
export const sessionHandle = sql<string>`left(${sessions.idHash}, 16)`;

export interface OpenSession {
  session: string;
  userAgent: string | null;
  createdAt: Date;
  seenAt: Date;
  /** Whether it is the one that asks. */
  isThis: boolean;
}

/** The open sessions of a person, latest used first; at most 100. */
export async function listSessions(
  ctx: Ctx,
  userId: number,
  thisToken: string | null,
): Promise<OpenSession[]> {
  const thisHash = thisToken ? tokenHash(thisToken) : '';
  return ctx.db
    .select({
      session: sessionHandle,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      isThis: sql<boolean>`${sessions.idHash} = ${thisHash}`,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isOpen(sql`${sessions}`)))
    .orderBy(sql`${sessions.seenAt} desc`)
    .limit(100);
}

export interface StaffMember {
  id: number;
  name: string;
  email: string;
  role: Role;
  sectionIds: number[];
  /** Invited: no password yet. Disabled: may not sign in. */
  state: 'active' | 'invited' | 'disabled';
  seenAt: Date | null;
}

// Named with its table, which Drizzle leaves out of a single table's columns: inside a subquery that means another `id`.
const userId = sql`users.id`;

/** Everybody who signs in here (or the one asked for), in name order, disabled ones last; at most 1,000. */
export async function listStaff(ctx: Ctx, only?: number): Promise<StaffMember[]> {
  return ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      sectionIds: sql<number[]>`coalesce((select json_agg(us.section_id order by us.section_id)
        from user_sections us where us.user_id = ${userId}), '[]')`,
      state: sql<StaffMember['state']>`case when ${users.disabledAt} is not null then 'disabled'
        when exists (select from credentials c where c.user_id = ${userId}) then 'active' else 'invited' end`,
      seenAt: sql`(select max(s.seen_at) from sessions s where s.user_id = ${userId})`.mapWith(
        sessions.seenAt,
      ),
    })
    .from(users)
    .where(only === undefined ? undefined : eq(users.id, only))
    .orderBy(sql`${users.disabledAt} is not null`, asc(sql`lower(${users.name})`), asc(users.id))
    .limit(1000);
}

/** Who is written to when something is wrong with the newsroom itself; closed accounts are not. */
export const listAdministrators = (ctx: Ctx): Promise<{ id: number; name: string; email: string }[]> =>
  ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.role, 'administrator'), isNull(users.disabledAt)))
    .orderBy(asc(users.id))
    .limit(100);
