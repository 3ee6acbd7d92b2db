import { Conflict } from '@/lib/errors';
import { BODY_VERSION, type RichNode, type RichText } from './document';

/** Makes of a body of one version one of the next. Pure; leaves alone what it does not know. */
export type BodyStep = (body: RichText) => RichText;

/**
 * `steps[0]` leads from version 1 to 2, and so on: `BODY_VERSION` is one more than there are. A step that has been released
 * is never changed. None yet: everything added since version 1 were new parts, and those need none.
 */
export const bodySteps: readonly BodyStep[] = [];

/** Written by a version that this one does not know: to be shown as far as it goes, and never to be overwritten. */
export const isNewerBody = (version: number): boolean => version > BODY_VERSION;

/** The refusal to write over such a body, or to take one in. */
export const newerBody = () =>
  Conflict(
    'This text was written by a newer version of Broadsheet. This one can show it, but would lose parts of it by changing it. Bring this installation up to date first.',
  );

/**
 * A body of any version as this one knows it, by one step after another. What is newer comes back as it is: its unknown
 * parts are placeholders (`editorDocument`). Wherever a body is read, from a row, a request or a browser's journal, it
 * goes through here.
 */
export function migrateBody(
  body: RichText,
  version: number,
  steps: readonly BodyStep[] = bodySteps,
): RichText {
  return steps.slice(Math.max(0, version - 1)).reduce((before, step) => step(before), body);
}

/** For steps: every node of a body, the innermost first, through `change`. */
export function mapNodes(node: RichNode, change: (node: RichNode) => RichNode): RichNode {
  const content = node.content?.map((child) => mapNodes(child, change));
  return change(content ? { ...node, content } : node);
}

/** A body that travels or waits outside the database says its version itself; before it did, there was only the first. */
export const versionOf = (body: unknown): number => {
  const said = typeof body === 'object' && body !== null && 'version' in body ? body.version : 1;
  return typeof said === 'number' && Number.isInteger(said) && said > 0 ? said : 1;
};

export const withVersion = (body: RichText): RichText => ({ ...body, version: BODY_VERSION });
