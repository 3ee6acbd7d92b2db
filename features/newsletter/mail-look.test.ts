import { createElement } from 'react';
import { expect, test } from 'vitest';
import { noLogos, ourLook } from '@/features/settings/queries';
import { renderMail } from '@/lib/mailer/render';
import { ConfirmationMail } from './mail/confirmation-mail';
import { mailLook } from './mail-look';

const logo = { mediaId: 1, hash: 'a'.repeat(32), width: 1200, height: 240 };
const rendered = (look: ReturnType<typeof mailLook>) =>
  renderMail(
    createElement(ConfirmationMail, {
      siteName: 'The Gazette',
      language: 'en',
      look,
      origin: 'https://paper.example',
      lists: ['Morning'],
      kind: 'new',
      href: 'https://paper.example/x',
      days: 3,
      postalAddress: '',
    }),
  );

test('D19 a mail carries the logo with its name for those who fetch no pictures, and the accent in both themes', async () => {
  const look = mailLook({ ...ourLook, accentLight: '#0057b8', accentDark: '#8ab8ff' }, { ...noLogos, logo });
  expect(look).toMatchObject({ accent: '#0057b8', darkAccent: '#8ab8ff' });
  const { html } = await rendered(look);
  expect(html).toMatch(
    /<img src="https:\/\/paper\.example\/media\/a{32}\/logo\.png" alt="The Gazette" width="240" height="48" class="logo-plate"/,
  );
  expect(html).toContain('#8ab8ff');
});

test('D19 a mail with a dark logo shows one of the two; without any it says the name', async () => {
  const { html } = await rendered(
    mailLook(ourLook, { ...noLogos, logo, darkLogo: { ...logo, hash: 'b'.repeat(32) } }),
  );
  expect(html).toMatch(/logo-light/);
  expect(html).toMatch(/b{32}\/logo\.png"[^>]*class="logo-dark"[^>]*display:none/);
  const plain = await rendered(mailLook(ourLook, noLogos));
  expect(plain.html).not.toContain('<img');
  expect(plain.html).toContain('The Gazette</span>');
  expect(plain.html).toContain('#f0897a');
});
