'use client';

import { useEffect, useRef } from 'react';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { createArticleAction } from '../../../actions';

/** Begins a story at once. Without scripts, or when it is refused, there is a button. */
export function NewStory() {
  const begun = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // React runs effects twice in development; two stories would be one too many.
    if (begun.current) return;
    begun.current = true;
    box.current?.querySelector('form')?.requestSubmit();
  }, []);
  return (
    <div ref={box}>
      <PageHeader title="New story" description="Begins an empty draft that only the desk can see." />
      <ActionForm action={createArticleAction}>
        <SubmitButton>Begin the story</SubmitButton>
      </ActionForm>
    </div>
  );
}
