import type { Metadata } from 'next';
import { RequestResetForm } from '@/features/users/ui/desk/door-forms';
import { PaperDoor } from '../paper-door';

export const metadata: Metadata = { title: 'A new password' };

export default function RequestResetPage() {
  return (
    <PaperDoor
      title="A new password"
      description="Write the address of your account, and a link to choose a new password comes by mail."
    >
      <RequestResetForm />
    </PaperDoor>
  );
}
