import { expect, test } from 'vitest';
import { hashPassword, refuseWeakPassword, verifyPassword } from './passwords';

const person = { email: 'mary.ann@paper.example', name: 'Mary Ann Evans' };
const sentenceFor = (password: string) =>
  refuseWeakPassword(password, person).then(
    () => 'good',
    (error: { fields: { password: string } }) => error.fields.password,
  );

test.each([
  ['1234567', 'at least 8'],
  ['🦊🦊🦉🦉🐻🐻🐟', 'at least 8'],
  ['x'.repeat(129), 'at most 128'],
  ['aaaaaaaa', 'tried first'],
  ['19841984', 'tried first'],
  ['9876543210', 'tried first'],
  ['password', 'tried first'],
  ['PassWord1', 'tried first'],
  ['qwertyuiop', 'tried first'],
  ['football1', 'tried first'],
  ['mary.ann@paper.example', 'own name'],
  ['mary.ann', 'own name'],
  ['maryann evans', 'own name'],
])('A2 the password %s is refused', async (password, why) => {
  expect(await sentenceFor(password)).toContain(why);
});

test.each([
  'four words with spaces',
  '🦊🦉🐻🐟🐝🐢🦀🐌',
  'пароль-из-букв',
  '        indent',
  'nul\0inside it',
  'x'.repeat(128),
])('A2 the password %s is taken', async (password) => {
  expect(await sentenceFor(password)).toBe('good');
});

test('A2 passwords that differ only at their last byte of 128 are different', async () => {
  const long = 'ä1'.repeat(63);
  const hash = await hashPassword(`${long}ab`);
  expect(await verifyPassword(hash, `${long}ab`)).toBe(true);
  expect(await verifyPassword(hash, `${long}ac`)).toBe(false);
});

test('A2 the same letters from another keyboard are the same password', async () => {
  const hash = await hashPassword('Zu\u0308rich im Winter');
  expect(await verifyPassword(hash, 'Z\u00fcrich im Winter')).toBe(true);
});

test('A2 nobody’s password is never right', async () => {
  expect(await verifyPassword(null, 'anything')).toBe(false);
});
