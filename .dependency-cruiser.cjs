// House rule: imports point down. Lowest shelf first; a feature may import only lower shelves.
// Run: npm run layering
const shelves = [
  ['users'],
  ['settings'],
  ['media', 'taxonomy'],
  ['articles'],
  ['comments', 'newsletter', 'search', 'syndication', 'analytics'],
  ['transfer'],
];

// What one feature may see of another: its reading, writing, rules, session. Never its UI or its actions.
const DOOR =
  '^features/((action|endpoint|parse-and-run)\\.ts$|[^/]+/(rules|read|session|queries|commands)[./])';

const upward = shelves.flatMap((shelf, i) =>
  shelf.map((name) => ({
    name: `shelf-${name}`,
    severity: 'error',
    from: { path: `^features/${name}/` },
    to: {
      path: `^features/(${
        shelves
          .slice(i)
          .flat()
          .filter((n) => n !== name)
          .join('|') || '-'
      })/`,
    },
  })),
);

const ban = (name, from, to, fromNot) => ({
  name,
  severity: 'error',
  from: { path: from, ...(fromNot && { pathNot: fromNot }) },
  to,
});

module.exports = {
  forbidden: [
    ...upward,
    ban(
      'feature-through-the-door',
      '^features/([^/]+)/',
      { path: '^features/', pathNot: ['^features/$1/', DOOR, '^features/[^/]+/testing\\.ts$'] },
      '^features/[^/]+/ui/',
    ),
    // Markup may be built from a lower subject's markup.
    ban('ui-through-the-door', '^features/([^/]+)/ui/', {
      path: '^features/',
      pathNot: ['^features/$1/', DOOR, '^features/[^/]+/(testing\\.ts$|ui/)'],
    }),
    ban(
      'testing-is-for-tests',
      '.',
      { path: '(^db|^features/[^/]+)/testing\\.ts$' },
      '(\\.test\\.tsx?|/testing\\.ts)$|^e2e/',
    ),
    ban('rules-are-pure', '^features/[^/]+/((rules|moderation)(\\.ts$|/)|input\\.ts$)', {
      path: '^(db|app|worker|scripts|components)/|node_modules/(next|postgres|drizzle-orm)',
      dependencyTypesNot: ['type-only'],
    }),
    ban(
      'framework-at-the-rim',
      '^(features/[^/]+|db|worker|scripts|lib)/',
      { path: 'node_modules/next/' },
      '^features/[^/]+/((read|actions|session)\\.ts$|ui/)',
    ),
    ban('actions-only-call-commands', '^features/[^/]+/actions\\.ts$', {
      path: '^db/',
      dependencyTypesNot: ['type-only'],
    }),
    ban('ui-takes-props', '^features/[^/]+/ui/', {
      path: '^db/|^features/[^/]+/(queries|commands|read)[./]',
      dependencyTypesNot: ['type-only'],
    }),
    ban('app-never-touches-db', '^app/', { path: '^db/', dependencyTypesNot: ['type-only'] }),
    ban(
      'pages-read-and-act',
      '^app/',
      { path: '^features/[^/]+/(queries|commands)[./]', dependencyTypesNot: ['type-only'] },
      '^app/.*route\\.tsx?$',
    ),
    ban('client-sees-no-server', '\\.client\\.tsx$', {
      path: '^(db|worker|scripts)/|^features/[^/]+/(queries|commands|read|session)[./]',
      dependencyTypesNot: ['type-only'],
    }),
    ban('components-are-domain-free', '^components/', { path: '^(features|db|app|worker)/' }),
    ban('db-is-the-floor', '^db/', { path: '^(features|app|worker|components)/' }),
    ban('lib-is-the-floor', '^lib/', { path: '^(features|db|app|worker|components)/' }),
    ban('worker-and-scripts-use-commands', '^(worker|scripts)/', {
      path: '^features/[^/]+/(actions|read|ui/)|^app/',
    }),
    ban('server-is-nobodys', '^(app|components|db|features|lib|worker)/', { path: '^server/' }),
    ban('press-knows-no-subject', '^server/press/', { path: '^(features|db/schema|app)/' }),
    ban('server-uses-commands', '^server/', { path: '^features/[^/]+/(actions|read|ui/)|^app/' }),
    ban('no-cycles', '.', { circular: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
  },
};
