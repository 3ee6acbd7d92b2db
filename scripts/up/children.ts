import type { ChildSpec } from './supervisor';

/**
 * The processes of this installation: web and worker apart, unless WORKER asks for one of them only (`off`, `only`) or
 * for both in one process (`inline`), as development has it.
 */
export function childSpecs(dev: boolean): ChildSpec[] {
  const worker = process.env.WORKER || (dev ? 'inline' : undefined);
  const spec = (name: 'web' | 'worker', mode: string): ChildSpec => ({
    name,
    command: [name === 'web' ? 'server/main.ts' : 'worker/main.ts', ...(dev ? ['--dev'] : [])],
    env: { ...process.env, WORKER: mode, BROADSHEET_PROCESS: name },
  });
  if (worker === 'only') return [spec('worker', 'only')];
  if (worker === 'off' || worker === 'inline') return [spec('web', worker)];
  return [spec('web', 'off'), spec('worker', 'only')];
}
