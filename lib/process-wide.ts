/**
 * What lives once per process. tsx and Next's bundler each load their own copy of a module, so a pool, queue or store
 * kept in a module variable would exist twice; this hangs it on globalThis.
 */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`broadsheet.${name}`);
  const held = globalThis as { [key: symbol]: T | undefined };
  held[key] ??= make();
  return held[key] as T;
}
