import { ArrowDown, ArrowUp } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
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
        <TableHeading>Address</TableHeading>
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
          <TableCell>
            <a href={`/${section.slug}`} className="whitespace-nowrap text-muted">
              /{section.slug}
            </a>
          </TableCell>
          <TableCell numeric>{section.stories.toLocaleString('en')}</TableCell>
          <TableCell>
            <Order section={section} sections={sections} />
          </TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);

function Order({ section, sections }: { section: Row; sections: Row[] }) {
  const siblings = sections.filter(({ parentId }) => parentId === section.parentId);
  const at = siblings.findIndex(({ id }) => id === section.id);
  return (
    <div className="flex gap-1">
      <Step section={section} before={siblings[at - 1]?.id} possible={at > 0} way="up" />
      <Step section={section} before={siblings[at + 2]?.id} possible={at < siblings.length - 1} way="down" />
    </div>
  );
}

interface StepProps {
  section: Row;
  before: number | undefined;
  possible: boolean;
  way: 'up' | 'down';
}

const Step = ({ section, before, possible, way }: StepProps) => (
  <ActionForm action={moveSectionAction} className="space-y-0!">
    <input type="hidden" name="sectionId" value={section.id} />
    <input type="hidden" name="parentId" value={section.parentId ?? ''} />
    <input type="hidden" name="beforeId" value={before ?? ''} />
    <SubmitButton
      variant="quiet"
      size="small"
      disabled={!possible}
      icon={way === 'up' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
    >
      <span className="sr-only">
        Move {section.name} {way}
      </span>
    </SubmitButton>
  </ActionForm>
);
