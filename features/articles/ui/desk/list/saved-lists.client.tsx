'use client';

import { BookmarkPlus, ChevronDown, Pencil, Save, Trash2, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/choice-field.client';
import { classNames } from '@/components/ui/class-names';
import { Dialog, DialogContent, DialogFooter, DialogTitle } from '@/components/ui/dialog.client';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.client';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field.client';
import { toast } from '@/components/ui/toast.client';
import {
  bringBackListAction,
  changeListAction,
  deleteListAction,
  saveListAction,
} from '../../../list-actions';
import { savedListHref } from '../../../list-address';
import type { SavedList } from '../../../queries/saved-lists';
import { ask } from '../ask';

interface SavedListsProps {
  lists: SavedList[];
  current: SavedList | null;
  /** The filters on the screen, as the address spells them. */
  query: string;
  mayShare: boolean;
}

/** The lists that have a name: one's own and the desk's. The current one is renamed, shared, changed and deleted here. */
export function SavedLists({ lists, current, query, mayShare }: SavedListsProps) {
  const [naming, setNaming] = useState<'new' | 'current' | null>(null);
  const router = useRouter();
  const changed = current !== null && current.query !== query;
  const known = lists.some((list) => list.query === query);
  const act = async (work: Promise<{ ok: true } | { ok: false; sentence: string }>, said: string) => {
    const answer = await work;
    if (answer.ok) toast(said);
    else toast.error(answer.sentence);
    return answer.ok;
  };
  const remove = async (list: SavedList) => {
    const answer = await ask(deleteListAction, { listId: list.id });
    if (!answer.ok) return toast.error(answer.sentence);
    router.push('/admin/articles');
    toast(`The list “${list.name}” is deleted.`, {
      action: {
        label: 'Undo',
        onClick: async () => {
          if (await act(ask(bringBackListAction, { listId: list.id }), 'It is back.'))
            router.push(savedListHref(list.id));
        },
      },
    });
  };
  if (lists.length === 0 && query === '') return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-1.5">
      <nav aria-label="Saved lists" className="contents">
        <ul className="contents">
          {lists.map((list) => (
            <li key={list.id} className="flex items-center">
              <a
                href={savedListHref(list.id)}
                aria-current={list.id === current?.id ? 'page' : undefined}
                title={list.owner ? `Shared by ${list.owner}` : undefined}
                className={classNames(
                  'inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2 text-sm no-underline pointer-coarse:min-h-11',
                  list.id === current?.id
                    ? 'border-edge bg-sunken font-medium text-ink'
                    : 'border-rule text-soft hover:border-edge hover:text-ink',
                )}
              >
                {list.shared && <Users aria-label="For everybody" className="size-3.5 text-muted" />}
                <span dir="auto">{list.name}</span>
                {list.id === current?.id && changed && <span className="text-muted">, changed</span>}
              </a>
              {list.id === current?.id && list.mayChange && (
                <Menu>
                  <MenuTrigger asChild>
                    <IconButton
                      label={`What to do with the list ${list.name}`}
                      size="small"
                      icon={<ChevronDown />}
                    />
                  </MenuTrigger>
                  <MenuContent align="start">
                    <MenuItem icon={<Pencil />} onSelect={() => setNaming('current')}>
                      Rename or share
                    </MenuItem>
                    <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => remove(list)}>
                      Delete the list
                    </MenuItem>
                  </MenuContent>
                </Menu>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {changed && current.mayChange && (
        <Button
          size="small"
          icon={<Save />}
          onClick={async () => {
            if (await act(ask(changeListAction, { listId: current.id, query }), 'The list is changed.'))
              router.push(savedListHref(current.id));
          }}
        >
          Keep these filters in “{current.name}”
        </Button>
      )}
      {query !== '' && !known && (
        <Button size="small" variant="quiet" icon={<BookmarkPlus />} onClick={() => setNaming('new')}>
          Save as a list
        </Button>
      )}
      {naming && (
        <NameDialog
          list={naming === 'current' ? current : null}
          query={query}
          mayShare={mayShare}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  );
}

interface NameDialogProps {
  list: SavedList | null;
  query: string;
  mayShare: boolean;
  onClose: () => void;
}

function NameDialog({ list, query, mayShare, onClose }: NameDialogProps) {
  const router = useRouter();
  const [name, setName] = useState(list?.name ?? '');
  const [shared, setShared] = useState(list?.shared ?? false);
  const [refused, setRefused] = useState<{ sentence: string; fields: Record<string, string> }>();
  const [pending, startTransition] = useTransition();
  const send = () =>
    startTransition(async () => {
      const answer = list
        ? await ask(changeListAction, { listId: list.id, name, shared })
        : await ask(saveListAction, { name, query, shared });
      if (!answer.ok) return setRefused(answer);
      onClose();
      toast(list ? 'The list is changed.' : `Kept as “${name.trim()}”.`);
      router.push(savedListHref(answer.result.listId));
    });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent width="small">
        <DialogTitle>{list ? 'Rename or share the list' : 'Save as a list'}</DialogTitle>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <TextField
            label="Name"
            name="name"
            value={name}
            maxLength={60}
            placeholder="Overdue in Sport"
            error={refused?.fields.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {mayShare && (
            <CheckboxField
              label="For everybody at the desk"
              name="shared"
              checked={shared}
              hint="“Given to me” and “Mine” mean whoever looks."
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          {refused && Object.keys(refused.fields).length === 0 && (
            <Notice tone="danger" announce="alert">
              {refused.sentence}
            </Notice>
          )}
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" type="submit" loading={pending}>
              {list ? 'Change' : 'Save'}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
