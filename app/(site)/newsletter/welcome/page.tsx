import { Welcome } from '@/features/newsletter/ui/site/subscription-pages';
import { readFrame } from '../../read-frame';

export const metadata = { robots: { index: false } };

export default async function WelcomePage() {
  const { words } = await readFrame();
  return <Welcome words={words.newsletter} />;
}
