export {};

/** `npm run bench -- <name>`: one line a figure, beside plain code in the same run. The app must have been built. */
const benchmarks: Record<string, () => Promise<() => Promise<void>>> = {
  press: async () => (await import('./press')).benchPress,
  bar: async () => (await import('./bar')).benchBar,
  herd: async () => (await import('./herd')).benchHerd,
  save: async () => (await import('./save')).benchSave,
  start: async () => (await import('./start')).benchStart,
  schedule: async () => (await import('./schedule')).benchSchedule,
  growth: async () => (await import('./growth')).benchGrowth,
  newsletter: async () => (await import('./newsletter')).benchNewsletter,
  typing: async () => (await import('./typing')).benchTyping,
  desk: async () => (await import('./desk')).benchDesk,
  search: async () => (await import('./search')).benchSearch,
};

process.env.LOG_LEVEL ??= 'error';
const load = benchmarks[process.argv[2] ?? ''];
if (!load) {
  console.error(`Usage: npm run bench -- ${Object.keys(benchmarks).join('|')}`);
  process.exit(2);
}
const bench = await load();
await bench();
