'use client';

import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';

/** What stands in the place of a page that could not be made; the desk around it stays. */
export default function DeskError({ error }: { error: Error & { digest?: string } }) {
  return (
    <div role="alert">
      <PageHeader
        title="This page could not be shown"
        description="What you typed into a story is kept in this browser. Reload the page; if that does not help, tell an administrator."
      />
      <Button variant="primary" onClick={() => location.reload()}>
        Reload the page
      </Button>
      {error.digest && (
        <p className="mt-4 text-muted text-xs">The log tells the cause by the number {error.digest}.</p>
      )}
    </div>
  );
}
