import { cleanText } from '@/lib/clean-text';
import type { RichNode } from './document';

/** Anything with a type of a sensible name; nodes and marks are told apart by where they stand. */
export const isNode = (value: unknown): value is RichNode =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  value.type !== '' &&
  value.type.length <= 100;

/** A part of a newer version, or of a plug-in that is gone: kept as it is, in characters that Postgres can store. */
export const cleanUnknown = <T extends { type: string }>(part: T): T => cleanJson(part) as T;

function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => cleanJson(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, item]) => key !== '__proto__' && item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [cleanText(key), cleanJson(item)]));
}

/** What stands in a node, and in the placeholders that the editor put round it; see `editorDocument`. */
export const childrenOf = (node: RichNode): RichNode[] =>
  Array.isArray(node.content) ? node.content.map(unwrap).filter(isNode) : [];

function unwrap(node: unknown): unknown {
  let inside = node;
  while (isNode(inside) && (inside.type === 'unknown' || inside.type === 'unknownInline'))
    inside = inside.attrs?.node;
  return inside;
}
