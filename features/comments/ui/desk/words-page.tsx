import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { PageHeader } from '@/components/ui/page-header';
import { TextAreaField } from '@/components/ui/text-field.client';
import { saveWordListsAction } from '../../actions';
import { TryComment } from './try-comment.client';

/** C3: the two lists of words, and a place to see what the checks make of a comment. */
export function WordsPage({ blocked, suspect }: { blocked: string[]; suspect: string[] }) {
  return (
    <>
      <PageHeader
        title="Words"
        description="One word or phrase a line. Capitals, marks and accents make no difference; a star at the end of a line stands for any ending."
        back={{ href: '/admin/comments', label: 'Comments' }}
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,36rem)_minmax(0,24rem)]">
        <ActionForm action={saveWordListsAction} doneSentence="Saved. They hold from the next comment on.">
          <TextAreaField
            label="Blocked"
            name="blocked"
            className="min-h-48"
            dir="auto"
            spellCheck={false}
            defaultValue={blocked.join('\n')}
            hint="A comment with one of these is spam, whoever writes it."
          />
          <TextAreaField
            label="Suspect"
            name="suspect"
            className="min-h-48"
            dir="auto"
            spellCheck={false}
            defaultValue={suspect.join('\n')}
            hint="A comment with one of these waits for a moderator."
          />
          <FormActions>
            <SubmitButton>Save the lists</SubmitButton>
          </FormActions>
        </ActionForm>
        <TryComment />
      </div>
    </>
  );
}
