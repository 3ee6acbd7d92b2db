import { expect, test } from 'vitest';
import { safeDeskPath } from './request-path';

test.each(['/admin', '/admin/articles/12', '/admin/tags?q=a%20b&after=3', '/admin/articles#notes'])(
  'A5 one goes back to %s after signing in',
  (path) => {
    expect(safeDeskPath(path)).toBe(path);
  },
);

test.each([
  'https://elsewhere.example/admin',
  '//elsewhere.example/admin',
  '///elsewhere.example/admin',
  '/\\elsewhere.example/admin',
  '\\\\elsewhere.example',
  '/admin/..//elsewhere.example',
  '/admin/../../api/auth/sign-out',
  '/admin\t/x',
  '/\t/elsewhere.example',
  ' //elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'admin',
  '/administrator',
  '/api/media',
  '/',
  '',
  '/admin/login?from=/admin/login',
  '/admin/reset/some-token',
  `/admin/${'x'.repeat(1000)}`,
  ['/admin/users', '/admin/tags'],
  undefined,
  null,
  7,
])('A5 nobody is led to %j after signing in', (from) => {
  expect(safeDeskPath(from)).toBe('/admin');
});
