import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const { nodeTooOld } = createRequire(import.meta.url)('./node-version.cjs') as {
  nodeTooOld(version: string): string | null;
};

test.each([
  ['v18.20.4', true],
  ['v20.19.0', true],
  ['v22.11.0', true],
  ['v22.12.0', false],
  ['v24.21.0', false],
  ['v26.0.0', false],
])('O1 Node %s is too old: %s, and a sentence says so', (version, tooOld) => {
  expect(nodeTooOld(version)).toEqual(tooOld ? expect.stringContaining(version) : null);
});
