'use client';

import { useForm } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import type { MailTest } from '../../mail-relay';

/** What came of the form around: a test, told in words, or that the relay was kept. */
export function MailTestOutcome() {
  const { answer, pending } = useForm();
  if (pending) return <p className="text-muted text-sm">This takes 20 seconds at most.</p>;
  if (answer.status !== 'done') return null;
  const test = answer.result as MailTest | null;
  if (test === null)
    return (
      <Notice tone="success" announce="status">
        Saved. The next mail goes over it, here and in every process.
      </Notice>
    );
  if (!test.sent)
    return (
      <Notice tone="danger" title={test.happened} announce="alert">
        {test.advice}
      </Notice>
    );
  return test.host === null ? (
    <Notice tone="success" title="The test mail was kept in the mailbox of the desk." announce="status">
      <a href="/admin/mailbox">Open the mailbox</a>
    </Notice>
  ) : (
    <Notice tone="success" title={`${test.host} took the test mail for ${test.to}.`} announce="status">
      {test.answer && <>It answered: {test.answer}. </>}
      If it does not arrive within a few minutes, look among the spam.
    </Notice>
  );
}
