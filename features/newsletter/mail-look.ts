import type { MailLook } from '@/db/schema/newsletter';
import { accentsOf, type Logos, type Look } from '@/features/settings/queries';
import { accentOf } from '@/lib/look';

/** How mails to readers look, from the settings of the paper. */
export function mailLook(look: Look, { logo, darkLogo }: Logos): MailLook {
  const accents = accentsOf(look);
  const file = (picture: Logos['logo']) =>
    picture && { hash: picture.hash, width: picture.width, height: picture.height };
  return {
    accent: accentOf(accents, 'light').accent,
    darkAccent: accentOf(accents, 'dark').accent,
    logo: file(logo),
    darkLogo: file(darkLogo),
  };
}
