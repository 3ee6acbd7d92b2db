import type { Metadata } from 'next';
import { elsewhere } from '@/features/articles/read/elsewhere';
import { noPageMetadata } from '@/features/articles/ui/site/page-metadata';
import { NoPage } from '../no-page';
import { readFrame } from '../read-frame';

interface Address {
  params: Promise<{ path: string[] }>;
}

const read = async ({ params }: Address) => {
  const { path } = await params;
  return Promise.all([readFrame(), elsewhere(`/${path.join('/')}`)]);
};

export async function generateMetadata(address: Address): Promise<Metadata> {
  const [site, { state }] = await read(address);
  return noPageMetadata(state, site);
}

/** Every address that nothing else answers: somebody may have made a redirect of it. */
export default async function Anywhere(address: Address) {
  const [site, { state }] = await read(address);
  return <NoPage state={state} site={site} />;
}
