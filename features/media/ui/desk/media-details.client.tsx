'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field.client';
import { sizeInWords } from '@/lib/files';
import {
  deleteMediaAction,
  dismissLikenessAction,
  restoreMediaAction,
  updateMediaAction,
} from '../../actions';
import type { MediaUse } from '../../queries';
import { Small } from './doubles.client';
import { FilePreview, factsOf } from './file-preview.client';
import { FocalPoint } from './focal-point.client';
import { licenceNames, licenceWarning } from './licence-names';
import type { SentMedia } from './sent-media';
import { type SentVersion, Versions } from './versions.client';

interface MediaDetailsProps {
  item: SentMedia;
  mayEdit: boolean;
  mayDelete: boolean;
  onChanged: (item: { id: number }) => void;
  onDeleted: (id: number) => void;
  /** The deleted one was put back by Undo. */
  onRestored: (id: number) => void;
  /** Another is to be looked at. */
  onOpen: (item: SentMedia) => void;
  onClose: () => void;
}

/** One picture: its words, where its middle is, where it is used. */
export function MediaDetails({
  item,
  mayEdit,
  mayDelete,
  onChanged,
  onDeleted,
  onRestored,
  onOpen,
  onClose,
}: MediaDetailsProps) {
  const details = useDetails(item.id);
  const uses = details?.uses ?? null;
  const warning = licenceWarning(item, uses?.length);
  const isPicture = item.kind === 'picture';
  const [focal, setFocal] = useState({ x: item.focalX, y: item.focalY });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent width="large">
        <DialogTitle>{item.filename}</DialogTitle>
        <div className="grid gap-5 md:grid-cols-2">
          <div className="space-y-3">
            {isPicture ? (
              <FocalPoint item={item} focal={focal} onChange={mayEdit ? setFocal : null} />
            ) : (
              <FilePreview item={item} />
            )}
            <p className="text-muted text-xs">
              {isPicture ? `${item.width} × ${item.height} pixels` : factsOf(item)}, {sizeInWords(item.bytes)}
            </p>
            {warning && (
              <Notice tone={item.licenceState === 'expired' ? 'danger' : 'warning'}>{warning}</Notice>
            )}
            <Uses uses={uses} />
            {isPicture && mayEdit && details && (
              <Versions
                item={item}
                uses={details.uses.length}
                versions={details.versions}
                onChanged={onChanged}
              />
            )}
            <Alike item={item} alike={details?.alike ?? []} mayEdit={mayEdit} onOpen={onOpen} />
          </div>
          <ActionForm action={updateMediaAction} onDone={onChanged} className="space-y-4">
            <input type="hidden" name="mediaId" value={item.id} />
            <input type="hidden" name="focalX" value={focal.x} />
            <input type="hidden" name="focalY" value={focal.y} />
            <TextAreaField
              label={isPicture ? 'Description' : 'Title'}
              name="alt"
              hint={
                isPicture
                  ? 'For those who cannot see it: what it shows, in a sentence.'
                  : 'What readers are offered; the name of the file where this is empty.'
              }
              rows={2}
              maxLength={1000}
              defaultValue={item.alt}
              readOnly={!mayEdit}
            />
            <TextAreaField
              label="Caption"
              name="caption"
              rows={2}
              maxLength={2000}
              defaultValue={item.caption}
              readOnly={!mayEdit}
            />
            <TextField
              label="Credit"
              name="credit"
              maxLength={500}
              defaultValue={item.credit}
              readOnly={!mayEdit}
            />
            <div className="grid grid-cols-2 gap-3">
              <SelectField
                label="Kind of licence"
                name="licenceKind"
                defaultValue={item.licenceKind}
                disabled={!mayEdit}
                options={Object.entries(licenceNames).map(([value, label]) => ({ value, label }))}
              />
              <TextField
                label="Holds until"
                name="licenceExpiresOn"
                type="date"
                optional
                defaultValue={item.expiresOn ?? ''}
                readOnly={!mayEdit}
              />
            </div>
            <TextField
              label="Licence"
              name="licence"
              optional
              maxLength={500}
              defaultValue={item.licence}
              readOnly={!mayEdit}
            />
            <FormActions>
              {mayEdit && <SubmitButton>Save</SubmitButton>}
              {mayDelete && (
                <DeleteButton item={item} uses={uses} onDeleted={onDeleted} onRestored={onRestored} />
              )}
            </FormActions>
          </ActionForm>
        </div>
      </DialogContent>
    </Dialog>
  );
}

interface Details {
  uses: MediaUse[];
  alike: SentMedia[];
  versions: SentVersion[];
}

/** Null while it is being looked up. */
function useDetails(mediaId: number): Details | null {
  const [details, setDetails] = useState<Details | null>(null);
  useEffect(() => {
    let gone = false;
    fetch(`/api/media/${mediaId}`)
      .then(async (response) => {
        const found = response.ok
          ? ((await response.json()) as Details)
          : { uses: [], alike: [], versions: [] };
        if (!gone) setDetails(found);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [mediaId]);
  return details;
}

function Uses({ uses }: { uses: MediaUse[] | null }) {
  if (uses === null) return null;
  if (uses.length === 0) return <p className="text-muted text-sm">No story uses it.</p>;
  return (
    <div className="text-sm">
      <h3 className="font-medium">Used in</h3>
      <ul className="mt-1 space-y-1">
        {uses.map(({ articleId, title, live }) => (
          <li key={articleId}>
            <a href={`/admin/articles/${articleId}`} dir="auto">
              {title || 'Untitled story'}
            </a>{' '}
            {live && <span className="text-muted">(live)</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AlikeProps {
  item: SentMedia;
  alike: SentMedia[];
  mayEdit: boolean;
  onOpen: (item: SentMedia) => void;
}

/** Pictures that look like this one, until somebody says that they are others. */
function Alike({ item, alike, mayEdit, onOpen }: AlikeProps) {
  const [dismissed, setDismissed] = useState<number[]>([]);
  const shown = alike.filter(({ id }) => !dismissed.includes(id));
  if (shown.length === 0) return null;
  return (
    <div className="text-sm">
      <h3 className="font-medium">Looks like</h3>
      <ul className="mt-1 space-y-2">
        {shown.map((other) => (
          <li key={other.id} className="flex items-center gap-2">
            <Small item={other} />
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {other.alt || other.caption || other.filename}
            </span>
            <Button variant="quiet" onClick={() => onOpen(other)}>
              Open
            </Button>
            {mayEdit && (
              <Button
                variant="quiet"
                onClick={() => {
                  setDismissed((before) => [...before, other.id]);
                  void dismissLikenessAction({ status: 'idle' }, { mediaId: item.id, otherId: other.id });
                }}
              >
                Not the same
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function DeleteButton({
  item,
  uses,
  onDeleted,
  onRestored,
}: Pick<MediaDetailsProps, 'item' | 'onDeleted' | 'onRestored'> & { uses: MediaUse[] | null }) {
  if (uses === null || uses.length > 0)
    return (
      <Button variant="quiet" disabled title="A story uses it">
        Delete
      </Button>
    );
  return (
    <ConfirmDialog
      title={`Delete this ${item.kind === 'picture' ? 'picture' : 'file'}?`}
      confirmLabel={`Delete ${item.kind === 'picture' ? 'picture' : 'file'}`}
      trigger={<Button variant="quiet">Delete</Button>}
      onConfirm={async () => {
        const answer = await deleteMediaAction({ status: 'idle' }, { mediaId: item.id });
        if (answer.status === 'refused') return answer.sentence;
        onDeleted(item.id);
        sayWithUndo(
          `“${item.filename}” is deleted.`,
          async () => {
            const answer = await restoreMediaAction({ status: 'idle' }, { mediaId: item.id });
            if (answer.status === 'refused') return { ok: false, sentence: answer.sentence };
            onRestored(item.id);
            return { ok: true };
          },
          `“${item.filename}” is back in the library.`,
        );
      }}
    >
      It goes from the library and its addresses answer nothing. It lies in the trash until somebody takes it
      out.
    </ConfirmDialog>
  );
}
