import { expect, test } from 'vitest';
import { seal, unseal } from './sealed';

test('D19 a sealed secret is read back, never looks the same twice, and is worth nothing changed or elsewhere', () => {
  const sealed = seal('mail relay', 'lantern “hall” 9');
  expect(unseal('mail relay', sealed)).toBe('lantern “hall” 9');
  expect(sealed).not.toContain('lantern');
  expect(seal('mail relay', 'lantern “hall” 9')).not.toBe(sealed);
  expect(unseal('another purpose', sealed)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64url');
  for (const at of [0, 12, 28, bytes.length - 1]) {
    const forged = Buffer.from(bytes);
    forged[at] = (forged[at] ?? 0) ^ 1;
    expect(unseal('mail relay', forged.toString('base64url'))).toBeNull();
  }
  for (const cut of ['', 'x', sealed.slice(0, 30), sealed.slice(0, -4)])
    expect(unseal('mail relay', cut)).toBeNull();
});
