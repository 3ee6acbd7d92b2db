import { ConfirmAction } from '@/components/ui/confirm-action.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import {
  deleteSectionAction,
  editSectionAction,
  moveSectionAction,
  restoreDeletedAction,
} from '../../actions';
import type { ListedSection } from '../../queries';
import { ParentField, SectionFields } from './section-fields';

/** One section: its words, its place, and the way to be rid of it. */
export function SectionPage({ section, sections }: { section: ListedSection; sections: ListedSection[] }) {
  return (
    <div className="max-w-xl space-y-8">
      <PageHeader
        title={section.name}
        description={section.depth > 0 ? section.path : undefined}
        back={{ href: '/admin/sections', label: 'Sections' }}
        actions={<a href={`/${section.slug}`}>See its page</a>}
      />
      <ActionForm action={editSectionAction} doneSentence="Saved. Readers see it at once.">
        <input type="hidden" name="sectionId" value={section.id} />
        <SectionFields section={section} />
        <FormActions>
          <SubmitButton>Save section</SubmitButton>
        </FormActions>
      </ActionForm>
      <section className="space-y-4">
        <h2 className="font-semibold text-base">Place</h2>
        <ActionForm action={moveSectionAction} doneSentence="Moved.">
          <input type="hidden" name="sectionId" value={section.id} />
          <ParentField sections={sections} parentId={section.parentId} movingId={section.id} />
          <FormActions>
            <SubmitButton variant="secondary">Move section</SubmitButton>
          </FormActions>
        </ActionForm>
      </section>
      <ConfirmAction
        action={deleteSectionAction}
        values={{ sectionId: section.id }}
        label="Delete this section"
        variant="careful"
        title={`Delete ${section.name}?`}
        confirmLabel="Delete section"
        doneHref="/admin/sections"
        undo={{
          action: restoreDeletedAction,
          done: `“${section.name}” is deleted.`,
          undone: `“${section.name}” is back.`,
        }}
      >
        Only an empty section can go. Its address is free again afterwards.
      </ConfirmAction>
    </div>
  );
}
