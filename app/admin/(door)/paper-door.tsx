import type { ComponentProps } from 'react';
import { Door } from '@/components/admin/door';
import { readLook, readSite } from '@/features/settings/read';

/** The desk's door with the paper's name or logo over it. */
export async function PaperDoor(props: Omit<ComponentProps<typeof Door>, 'siteName' | 'logo' | 'darkLogo'>) {
  const [{ siteName }, { logos }] = await Promise.all([readSite(), readLook()]);
  return <Door {...props} siteName={siteName} logo={logos.logo} darkLogo={logos.darkLogo} />;
}
