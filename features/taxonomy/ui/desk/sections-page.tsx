import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { OrderSteps } from '@/components/ui/order-steps.client';
import { PageHeader } from '@/components/ui/page-header';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { createSectionAction, moveSectionAction } from '../../actions';
import type { Counted, ListedSection } from '../../queries';
import { ParentField, SectionFields } from './section-fields';

type Row = Counted<ListedSection>;

/** The sections in their order, and a form for one more. */
export function SectionsPage({ sections }: { sections: Row[] }) {
  return (
    <>
      <PageHeader
        title="Sections"
        description="The paper’s shelves, in the order readers see them. Each has an address of its own."
      />
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
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

const SectionTable = ({ sections }: { sections: Row[] }) => (
  <Table caption="Sections">
    <TableHead>
      <tr>
        <TableHeading>Name</TableHeading>
        <TableHeading className="max-md:hidden">Address</TableHeading>
        <TableHeading numeric>Live stories</TableHeading>
        <TableHeading>Order</TableHeading>
      </tr>
    </TableHead>
    <TableBody>
      {sections.map((section) => (
        <TableRow key={section.id}>
          <TableCell>
            {section.depth > 0 && (
              <span aria-hidden="true" className="text-edge">
                {'— '.repeat(section.depth)}
              </span>
            )}
            <a href={`/admin/sections/${section.id}`} className="font-medium" dir="auto">
              {section.name}
            </a>
          </TableCell>
          <TableCell className="max-md:hidden">
            <a href={`/${section.slug}`} className="whitespace-nowrap text-muted">
              /{section.slug}
            </a>
          </TableCell>
          <TableCell numeric>{section.stories.toLocaleString('en')}</TableCell>
          <TableCell>
            <OrderSteps
              action={moveSectionAction}
              values={{ sectionId: section.id, parentId: section.parentId ?? '' }}
              name={section.name}
              id={section.id}
              ids={sections.filter(({ parentId }) => parentId === section.parentId).map(({ id }) => id)}
            />
          </TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);
