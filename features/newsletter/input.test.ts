import { expect, test } from 'vitest';
import { signUpInput } from './input';

test.each([
  [{ email: ['a@example.org', 'b@example.org'] }],
  [{ email: 42 }],
  [{ email: null }],
  [{}],
  [{ email: 'a@example.org\0' }],
  [{ email: 'a@example.org', list: { $ne: 1 } }],
  [{ email: 'a@example.org', list: ["x' or 1=1"] }],
  [{ email: 'a@example.org', list: Array(500).fill('x') }],
  [{ email: 'x'.repeat(1_000_000) }],
])('N1 a sign-up of %j is refused in words', (raw) => {
  const parsed = signUpInput.safeParse(raw);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.message).toMatch(/[a-z]{3}/);
});
