import { expect, test } from 'vitest';
import type { FormAnswer } from './form-answer';
import { reach } from './reaching';

const thrown = (properties: object) => Promise.reject(Object.assign(new Error('x'), properties));

test.each([
  ['a connection that is gone', {}, /did not answer/],
  ['a server that broke', { digest: '2254432708' }, /went wrong in Broadsheet/],
  ['a build that is newer than the page', { name: 'UnrecognizedActionError' }, /renewed/],
])(
  'D19 %s is a refusal with a sentence, not an error in the place of the form',
  async (_what, error, says) => {
    expect(await reach(thrown(error))).toMatchObject({
      status: 'refused',
      sentence: expect.stringMatching(says),
    });
  },
);

test('D19 an answer comes as it is, and a redirect is let through', async () => {
  const done: FormAnswer<number> = { status: 'done', result: 1 };
  expect(await reach(Promise.resolve(done))).toBe(done);
  await expect(reach(thrown({ digest: 'NEXT_REDIRECT;replace;/admin;303;' }))).rejects.toThrow('x');
});
