import { eq, inArray, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { addresses, media, settings } from '@/db/schema';
import { defaultSettings, type Settings, settingsShape } from './input';
import { type Logo, type Logos, type Look, noLogos } from './look';

/** Every setting, stored or default, in one SELECT. A stored value that no longer fits its shape counts as absent. */
export const readSettings = async (ctx: Ctx): Promise<Settings> => (await readPaper(ctx)).settings;

/** The same with the pictures that stand for the paper, in the same SELECT. Plan: settings_pkey, then media_pkey. */
export async function readPaper(ctx: Ctx): Promise<{ settings: Settings; logos: Logos }> {
  const rows = await ctx.db
    .select({ key: settings.key, value: settings.value, pictures })
    .from(settings)
    .where(inArray(settings.key, Object.keys(settingsShape.shape)));
  const stored = rows.flatMap(({ key, value }) => {
    const parsed = shapeOf(key).safeParse(value);
    return parsed.success ? [[key, parsed.data]] : [];
  });
  const read: Settings = { ...defaultSettings, ...Object.fromEntries(stored) };
  return {
    settings: read,
    logos: logosOf(read.look, rows.find(({ key }) => key === 'look')?.pictures ?? []),
  };
}

/** Whatever was stored there: what is no id is none. */
const idIn = (name: string) =>
  sql`substring(${settings.value} ->> ${name}::text from '^[0-9]{1,15}$')::bigint`;

/** Of the row that says how the paper looks: its pictures that are in the library. */
const pictures = sql<Logo[] | null>`case when ${settings.key} = 'look' then (
  select json_agg(json_build_object('mediaId', ${media.id}, 'hash', ${media.hash}, 'width', ${media.width}, 'height', ${media.height}))
  from ${media}
  where ${media.id} in (${idIn('logoId')}, ${idIn('darkLogoId')}, ${idIn('iconId')})
    and ${media.kind} = 'picture' and ${media.deletedAt} is null) end`;

function logosOf({ logoId, darkLogoId, iconId }: Look, found: Logo[]): Logos {
  if (found.length === 0) return noLogos;
  const by = (id: number | null) => found.find(({ mediaId }) => mediaId === id) ?? null;
  return { logo: by(logoId), darkLogo: by(darkLogoId), icon: by(iconId) };
}

const shapeOf = (key: string) => settingsShape.shape[key as keyof Settings];

export { accentsOf, type Logos, type Look, noLogos, ourLook } from './look';

export type Address = typeof addresses.$inferSelect;

/** What a public path (no slashes at the ends) means, or null. By primary key. */
export async function findAddress(ctx: Ctx, path: string): Promise<Address | null> {
  const [row] = await ctx.db
    .select()
    .from(addresses)
    .where(eq(addresses.path, normalPath(path)))
    .limit(1);
  return row ?? null;
}

/** Paths are kept without slashes at the ends and in lower case, so that one word has one meaning. */
export const normalPath = (path: string): string => path.replace(/^\/+|\/+$/g, '').toLowerCase();

export {
  type CheckedRole,
  type CheckLevel,
  type CheckRule,
  checkRules,
  type DeskCheck,
  defaultDeskCheck,
  saveDeskCheckInput,
} from './desk-check';
export type { Settings } from './input';
export { hasRelay, mailInForce } from './mail-in-force';
export { type MenuEntry, type MenuLink, menuShape } from './menus';
