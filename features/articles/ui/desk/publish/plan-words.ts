import type { Publication } from '../../../rules';

/** What a plan will do, at the head of its line. */
export const planWords = {
  publish: 'Goes live',
  update: 'The live story is updated',
  withdraw: 'Is withdrawn',
  kill: 'Is killed',
} as const satisfies Record<Publication['kind'], string>;
