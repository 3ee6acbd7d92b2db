'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast.client';
import { createCampaignAction } from '../../actions';

/** Makes a draft and opens it. */
export function NewIssue() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const make = () =>
    startTransition(async () => {
      const answer = await createCampaignAction({ status: 'idle' }, {}).catch(() => null);
      if (answer?.status === 'done') router.push(`/admin/newsletter/${answer.result.id}`);
      else
        toast.error(answer?.status === 'refused' ? answer.sentence : 'The server did not answer. Try again.');
    });
  return (
    <Button variant="primary" icon={<Plus />} loading={pending} onClick={make}>
      New issue
    </Button>
  );
}
