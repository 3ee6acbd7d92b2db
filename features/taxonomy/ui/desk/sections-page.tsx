import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { createSectionAction } from '../../actions';
import { ParentField, SectionFields } from './section-fields';
import { type SectionOnDesk, SectionTable } from './section-table.client';

/** The sections in their order, and a form for one more. */
export function SectionsPage({ sections }: { sections: SectionOnDesk[] }) {
  return (
    <>
      <PageHeader
        title="Sections"
        description="The paper’s shelves, in the order readers see them. Drag them into another order, or onto one another to nest them. Each has an address of its own."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
        {sections.length === 0 ? (
          <EmptyState title="No sections yet">
            Most papers begin with three or four: News, Opinion, Culture, Sport.
          </EmptyState>
        ) : (
          <SectionTable sections={sections} />
        )}
        <section className="space-y-4">
          <h2 className="font-semibold text-base">New section</h2>
          <ActionForm action={createSectionAction} doneSentence="Made." clearWhenDone>
            <SectionFields />
            <ParentField sections={sections} />
            <FormActions>
              <SubmitButton>Make section</SubmitButton>
            </FormActions>
          </ActionForm>
        </section>
      </div>
    </>
  );
}
