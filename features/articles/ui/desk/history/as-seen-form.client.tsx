'use client';

import { Eye } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { wallClock } from '@/lib/zoned-time';
import { useWhen, WhenField } from '../publish/when-field.client';

interface AsSeenFormProps {
  articleId: number;
  timeZone: string;
  /** What the field begins with. */
  at: string;
}

/** Asks what readers saw at a day and time of the paper's own clocks. */
export function AsSeenForm({ articleId, timeZone, at }: AsSeenFormProps) {
  const { instant, field } = useWhen(timeZone, () => wallClock(new Date(at), timeZone));
  return (
    <form
      className="max-w-md space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (instant) location.assign(asSeenHref(articleId, instant));
      }}
    >
      <WhenField {...field} />
      <Button type="submit" icon={<Eye />} disabled={instant === null}>
        Show the page of then
      </Button>
    </form>
  );
}

const asSeenHref = (articleId: number, at: Date): string =>
  `/admin/articles/${articleId}/as-seen?${new URLSearchParams({ at: at.toISOString() })}`;
