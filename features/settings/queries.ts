import { eq, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { addresses, settings } from '@/db/schema';
import { defaultSettings, type Settings, settingsShape } from './input';

/** Every setting, stored or default, in one SELECT. A stored value that no longer fits its shape counts as absent. */
export async function readSettings(ctx: Ctx): Promise<Settings> {
  const rows = await ctx.db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, Object.keys(settingsShape.shape)));
  const stored = rows.flatMap(({ key, value }) => {
    const parsed = shapeOf(key).safeParse(value);
    return parsed.success ? [[key, parsed.data]] : [];
  });
  return { ...defaultSettings, ...Object.fromEntries(stored) };
}

const shapeOf = (key: string) => settingsShape.shape[key as keyof Settings];

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
export { type MenuEntry, type MenuLink, menuShape } from './menus';
