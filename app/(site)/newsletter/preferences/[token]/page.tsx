import { Preferences } from './preferences';

export const metadata = { robots: { index: false } };

export default async function PreferencesByLink({ params }: { params: Promise<{ token: string }> }) {
  return <Preferences token={(await params).token} saved={false} />;
}
