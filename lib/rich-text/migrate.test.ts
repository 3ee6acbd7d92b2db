import { expect, test } from 'vitest';
import { BODY_VERSION, type RichNode, type RichText } from './document';
import { editorDocument } from './editor-document';
import {
  type BodyStep,
  bodySteps,
  isNewerBody,
  mapNodes,
  migrateBody,
  versionOf,
  withVersion,
} from './migrate';
import { parseRichText } from './parse';

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: RichNode[]): RichText => ({ type: 'doc', content });

/** Two changes as a future version may make them: a part gets another name, then an attribute another shape. */
const steps: BodyStep[] = [
  (body) =>
    mapNodes(body, (node) => (node.type === 'note' ? { ...node, type: 'callout' } : node)) as RichText,
  (body) =>
    mapNodes(body, (node) =>
      node.type === 'heading' ? { ...node, attrs: { level: Number(node.attrs?.rank) + 1 } } : node,
    ) as RichText,
];

test('D3 there is one step for each version before this one', () => {
  expect(bodySteps).toHaveLength(BODY_VERSION - 1);
});

test('D3 a body of any version goes through every step from there on, in order, and no other', () => {
  const future = { type: 'somethingNew', attrs: { kept: true }, content: [paragraph('inside')] };
  const first = doc(
    { type: 'heading', attrs: { rank: 1 }, content: [{ type: 'text', text: 'Head' }] },
    { type: 'blockquote', content: [{ type: 'note', content: [paragraph('Boxed')] }] },
    future,
  );
  const before = structuredClone(first);
  const wanted = doc(
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Head' }] },
    { type: 'blockquote', content: [{ type: 'callout', content: [paragraph('Boxed')] }] },
    future,
  );
  expect(migrateBody(first, 1, steps)).toEqual(wanted);
  expect(first).toEqual(before);
  expect(parseRichText(migrateBody(first, 1, steps))).toEqual(wanted);
  expect(migrateBody(migrateBody(first, 1, steps.slice(0, 1)), 2, steps)).toEqual(wanted);
  expect(migrateBody(wanted, 3, steps)).toBe(wanted);
});

test('D3 a body of a newer version comes back as it is, and opens with placeholders for what is unknown', () => {
  const newer = doc(paragraph('Known'), { type: 'hologram', attrs: { depth: 3 } });
  expect(isNewerBody(BODY_VERSION)).toBe(false);
  expect(isNewerBody(BODY_VERSION + 1)).toBe(true);
  expect(migrateBody(newer, BODY_VERSION + 1)).toBe(newer);
  const opened = editorDocument(newer);
  expect(opened.content?.map(({ type }) => type)).toEqual(['paragraph', 'unknown']);
  expect(parseRichText(opened)).toEqual(newer);
});

test('D3 a body that travels says its version, and one that says nothing or nonsense is of the first', () => {
  expect(versionOf(withVersion(doc()))).toBe(BODY_VERSION);
  for (const body of [
    doc(),
    null,
    'text',
    { version: 'two' },
    { version: 0 },
    { version: 1.5 },
    { version: -3 },
  ])
    expect(versionOf(body)).toBe(1);
  // It is no part of what is stored: the row has a column for it.
  expect(parseRichText(withVersion(doc(paragraph('x'))))).toEqual(doc(paragraph('x')));
});
