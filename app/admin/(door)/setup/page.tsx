import type { Metadata } from 'next';
import { readIsSetUp } from '@/features/users/read';
import { SetUpClosed } from './closed';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetUpWithoutLinkPage() {
  return <SetUpClosed isSetUp={await readIsSetUp()} />;
}
