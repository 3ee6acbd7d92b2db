import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';

/** What stands in the place of a page that is not there, or no longer, or is not for whoever asks. */
export default function DeskNotFound() {
  return (
    <>
      <PageHeader
        title="Nothing is here"
        description="It was deleted, the address is not whole, or your role may not see it. What was deleted lies in the trash."
      />
      <p className="flex flex-wrap gap-2">
        <ButtonLink href="/admin/articles">All stories</ButtonLink>
        <ButtonLink href="/admin/trash">The trash</ButtonLink>
      </p>
    </>
  );
}
