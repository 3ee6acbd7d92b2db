import { Preferences } from '../preferences';

export const metadata = { robots: { index: false } };

export default async function PreferencesSaved({ params }: { params: Promise<{ token: string }> }) {
  return <Preferences token={(await params).token} saved />;
}
