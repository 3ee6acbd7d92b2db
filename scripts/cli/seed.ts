import { database } from '@/db/client';
import { seedBulk } from '@/db/seed/bulk';
import { type Verbs, WrongUsage } from '@/scripts/command-line';

const most = 5_000_000;

export const verbs: Verbs = {
  '': {
    usage: '[--articles N] [--comments N] [--subscribers N] [--rng-seed S]',
    does: 'add bulk stock for benchmarks, fast and past every check; never on a paper that is in use',
    options: {
      articles: { type: 'string' },
      comments: { type: 'string' },
      subscribers: { type: 'string' },
      'rng-seed': { type: 'string' },
    },
    async run({ options }) {
      const counts = {
        articles: count(options.articles, 'articles'),
        comments: count(options.comments, 'comments'),
        subscribers: count(options.subscribers, 'subscribers'),
      };
      if (Object.values(counts).every((n) => n === 0)) throw new WrongUsage('Say how many of what.');
      const { tookMs } = await seedBulk(database(), {
        ...counts,
        rngSeed: count(options['rng-seed'], 'rng-seed') || 1,
      });
      const lines = Object.entries(tookMs).map(
        ([name, ms]) => `${counts[name as keyof typeof counts]} ${name} in ${(ms / 1000).toFixed(1)} s`,
      );
      return { lines, data: { ...counts, tookMs } };
    },
  },
};

function count(value: unknown, name: string): number {
  if (value === undefined) return 0;
  if (typeof value !== 'string' || !/^\d{1,7}$/.test(value) || Number(value) > most)
    throw new WrongUsage(`--${name} takes a whole number up to ${most}.`);
  return Number(value);
}
