'use client';

import { Copy, Link2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { ActionForm, SubmitButton } from '@/components/ui/form.client';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import type { ShareLink } from '../../../queries/share-links';
import { createShareLinkAction, revokeShareLinkAction } from '../../../share-actions';
import { ask } from '../ask';
import type { Saver } from '../saving/saver';

type Sent = Omit<ShareLink, 'expiresAt'> & { expiresAt: string };

interface ShareFieldProps {
  articleId: number;
  saver: Saver;
  mayShare: boolean;
  /** Opens the form, each time it is another. */
  asked: object | null;
  showTime: (at: Date) => string;
}

const choices = [
  { value: '1', label: 'A day' },
  { value: '3', label: 'Three days' },
  { value: '7', label: 'A week' },
  { value: '30', label: 'Thirty days' },
];

/** Links by which somebody outside reads the newest version: who is quoted, a lawyer. Each can be withdrawn. */
export function ShareField({ articleId, saver, mayShare, asked, showTime }: ShareFieldProps) {
  const [links, setLinks] = useState<Sent[]>([]);
  const [open, setOpen] = useState(false);
  const load = useCallback(async () => {
    const response = await fetch(`/api/articles/${articleId}/share-links`).catch(() => null);
    if (response?.ok) setLinks((await response.json()) as Sent[]);
  }, [articleId]);
  useEffect(() => {
    if (mayShare) void load();
  }, [load, mayShare]);
  useEffect(() => {
    if (asked) setOpen(true);
  }, [asked]);
  if (!mayShare) return null;
  const made = async (url: string) => {
    setOpen(false);
    // They are to see what stands on the screen.
    void saver.flush();
    await copy(url);
    await load();
  };
  return (
    <section className="space-y-2" aria-label="Share links">
      <h3 className="font-medium text-ink text-sm">Share with somebody outside</h3>
      <ul className="space-y-2">
        {links.map((link) => (
          <li key={link.id} className="border-rule border-s-2 ps-2">
            <p dir="auto">{link.note || 'Link'}</p>
            <p className="text-muted text-xs">
              until {showTime(new Date(link.expiresAt))}
              {link.createdBy && `, by ${link.createdBy}`}
            </p>
            <p className="flex gap-1">
              <Button size="small" variant="quiet" icon={<Copy />} onClick={() => void copy(link.url)}>
                Copy
              </Button>
              <ConfirmDialog
                title="Withdraw this link?"
                confirmLabel="Withdraw it"
                trigger={
                  <Button size="small" variant="quiet">
                    Withdraw
                  </Button>
                }
                onConfirm={async () => {
                  const answer = await ask(revokeShareLinkAction, { shareLinkId: link.id });
                  if (!answer.ok) return answer.sentence;
                  await load();
                }}
              >
                Whoever holds it sees nothing of the story any more. A new one can be made at any time.
              </ConfirmDialog>
            </p>
          </li>
        ))}
      </ul>
      {!open && (
        <Button icon={<Link2 />} onClick={() => setOpen(true)}>
          Make a link
        </Button>
      )}
      {open && (
        <ActionForm action={createShareLinkAction} onDone={({ url }) => void made(url)} className="space-y-3">
          <input type="hidden" name="articleId" value={articleId} />
          <TextField label="Whom it is for" name="note" maxLength={120} optional autoFocus />
          <SelectField label="Good for" name="days" defaultValue="7" options={choices} />
          <p className="text-muted text-xs">Whoever has the link reads the newest version, until it ends.</p>
          <div className="flex gap-2">
            <SubmitButton>Make and copy it</SubmitButton>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </ActionForm>
      )}
    </section>
  );
}

const copy = async (url: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(url);
    toast('The link is copied.');
  } catch {
    toast(`The link: ${url}`, { duration: 60_000 });
  }
};
