import { CheckYourMail } from '@/features/newsletter/ui/site/subscription-pages';
import { readFrame } from '../../read-frame';

export const metadata = { robots: { index: false } };

export default async function CheckYourMailPage() {
  const { words } = await readFrame();
  return <CheckYourMail words={words.newsletter} />;
}
