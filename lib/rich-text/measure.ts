import { Invalid } from '@/lib/errors';

/** Limits of one body: far above the longest story in print, below where browsers and mail programs give up. */
export const limits = { depth: 100, parts: 300_000, characters: 1_500_000, captionCharacters: 5000 } as const;

/**
 * Refuses what is too deep, too large or no JSON at all, before anything recurses into it. It keeps its own stack, so a
 * document of a million levels costs a sentence and not the process. A level of the document is two of JSON.
 */
export function measure(value: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let parts = 0;
  let characters = 0;
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.depth > limits.depth * 2) throw tooDeep();
    if (typeof at.value === 'string') characters += at.value.length;
    else if (typeof at.value === 'object' && at.value !== null) {
      if (!Array.isArray(at.value) && !isPlain(at.value)) throw damaged();
      for (const [key, child] of Object.entries(at.value)) {
        characters += key.length;
        open.push({ value: child, depth: at.depth + 1 });
      }
    } else if (!isScalar(at.value)) throw damaged();
    if (++parts > limits.parts || characters > limits.characters) throw tooLong();
  }
}

const isScalar = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

export const tooDeep = () =>
  Invalid('The text is nested too deeply. Take some lists or quotes out of each other.');
export const damaged = () =>
  Invalid('The text arrived damaged. Reload the page; what you typed is kept there.');
const tooLong = () => Invalid('The text is too long for one article. Split it in two.');
