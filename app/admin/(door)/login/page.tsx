import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '@/components/ui/notice';
import { readIsSetUp, readIsSignedIn } from '@/features/users/read';
import { SignInForm } from '@/features/users/ui/desk/door-forms';
import { safeDeskPath } from '@/lib/request-path';
import { PaperDoor } from '../paper-door';

export const metadata: Metadata = { title: 'Sign in' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function LoginPage({ searchParams }: { searchParams: Search }) {
  const [{ from, done }, isSignedIn] = await Promise.all([searchParams, readIsSignedIn()]);
  const goal = safeDeskPath(from);
  if (isSignedIn) redirect(goal);
  const isSetUp = await readIsSetUp();
  return (
    <PaperDoor title="Sign in">
      {done === 'reset' && (
        <Notice tone="success" announce="status">
          Your new password is kept. Sign in with it.
        </Notice>
      )}
      {!isSetUp && (
        <Notice tone="info" title="Nobody has an account here yet">
          Open the set-up link that the server printed when it started.
        </Notice>
      )}
      <SignInForm from={goal} />
    </PaperDoor>
  );
}
