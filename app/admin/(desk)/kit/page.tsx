import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { requireStaff } from '@/features/users/session';
import { Floating } from './floating.client';
import { FormSpecimens } from './forms.client';
import { Specimens } from './specimens';

export const metadata: Metadata = { title: 'Kit' };

/** Every part of the desk in every state and both themes, to be looked at. Linked from nowhere. */
export default async function KitPage() {
  await requireStaff();
  return (
    <>
      <PageHeader
        title="Kit"
        description="Every part of the desk in every state. The paper's own parts are on a page that wears the paper's style."
        actions={<a href="/admin/kit/paper">Parts of the paper</a>}
      />
      <Floating />
      <div className="grid xl:grid-cols-2">
        {(['light', 'dark'] as const).map((theme) => (
          <section
            key={theme}
            aria-label={`Parts in ${theme} colours`}
            data-theme={theme}
            className="min-w-0 space-y-10 bg-paper p-4 text-ink sm:p-6"
          >
            <Specimens theme={theme} />
            <FormSpecimens theme={theme} />
          </section>
        ))}
      </div>
    </>
  );
}
