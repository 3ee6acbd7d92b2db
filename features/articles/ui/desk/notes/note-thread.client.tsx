'use client';

import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { DeskTime } from '../list/desk-time';
import type { Named } from '../panel/named';
import { NoteComposer } from './note-composer.client';
import { NoteText } from './note-text';
import type { NoteActs } from './use-note-acts.client';
import type { NoteThread, SentNote } from './use-notes.client';

interface NoteThreadProps {
  thread: NoteThread;
  people: Named[];
  acts: NoteActs;
  /** Where unsent words are kept: the person and the article. */
  place: string;
  timeZone: string;
  /** The note that an address named. */
  sought: number | null;
  mayWrite: boolean;
}

/** A note, what was answered, and whether it is dealt with. */
export function NoteThreadView({ thread, people, acts, place, timeZone, sought, mayWrite }: NoteThreadProps) {
  const { first, answers } = thread;
  const [answering, setAnswering] = useState(false);
  const [shut, setShut] = useState(true);
  const resolved = first.resolvedAt !== null;
  const isSought = [first, ...answers].some(({ id }) => id === sought);
  const closed = resolved && shut && !isSought;
  const last = answers.findLast(({ isOwn }) => !isOwn) ?? (first.isOwn ? null : first);
  const common = { people, acts, timeZone, sought, mayWrite };
  return (
    <li className={classNames('rounded-md border border-rule p-2.5', resolved && 'bg-sunken')}>
      {resolved && (
        <div className="mb-1 flex items-baseline justify-between gap-2 text-muted text-xs">
          <span>Resolved by {first.resolvedByName}</span>
          <Button size="small" variant="quiet" aria-expanded={!closed} onClick={() => setShut(!closed)}>
            {closed ? `Show ${answers.length + 1}` : 'Hide'}
          </Button>
        </div>
      )}
      {!closed && (
        <div className="space-y-3">
          <NoteView note={first} {...common} />
          {answers.length > 0 && (
            <ol className="space-y-3 border-rule border-s-2 ps-2.5">
              {answers.map((note) => (
                <li key={note.id}>
                  <NoteView note={note} {...common} />
                </li>
              ))}
            </ol>
          )}
          {answering && (
            <NoteComposer
              label="Answer"
              verb="Answer"
              place={`${place}:${first.id}`}
              begin={last?.removed === false ? `@${last.createdByName} ` : ''}
              people={people}
              focus
              onCancel={() => setAnswering(false)}
              onSend={async (note) => {
                const refused = await acts.add({ ...note, threadId: first.id });
                if (!refused) setAnswering(false);
                return refused;
              }}
            />
          )}
          {mayWrite && !answering && (
            <p className="flex gap-1">
              <Button size="small" onClick={() => setAnswering(true)}>
                Answer
              </Button>
              <Button
                size="small"
                variant="quiet"
                loading={acts.pending}
                onClick={() => (resolved ? acts.reopen(first.id) : acts.resolve(first.id))}
              >
                {resolved ? 'Reopen' : 'Resolve'}
              </Button>
            </p>
          )}
        </div>
      )}
    </li>
  );
}

type NoteViewProps = Pick<NoteThreadProps, 'people' | 'acts' | 'timeZone' | 'sought' | 'mayWrite'> & {
  note: SentNote;
};

function NoteView({ note, people, acts, timeZone, sought, mayWrite }: NoteViewProps) {
  const [editing, setEditing] = useState(false);
  const isSought = note.id === sought;
  return (
    <article
      id={`note-${note.id}`}
      aria-label={`Note by ${note.createdByName}`}
      tabIndex={-1}
      className={classNames(
        'space-y-1 outline-none',
        isSought && 'rounded-sm bg-accent-ground outline-4 outline-accent-ground',
      )}
    >
      <p className="flex flex-wrap items-center gap-x-2 text-xs">
        <Avatar name={note.createdByName} />
        <span className="font-medium text-ink text-sm" dir="auto">
          {note.createdByName}
        </span>
        <span className="text-muted">
          <DeskTime at={new Date(note.createdAt)} timeZone={timeZone} />
          {note.editedAt && !note.removed && ', changed'}
        </span>
      </p>
      {note.removed && <p className="text-muted italic">This note was taken back.</p>}
      {!note.removed && !editing && <NoteText text={note.text} mentions={note.mentions} />}
      {editing && (
        <NoteComposer
          label="Change the note"
          verb="Save"
          place={`edit:${note.id}`}
          begin={note.text}
          people={people}
          focus
          onCancel={() => setEditing(false)}
          onSend={async ({ text, chosenIds }) => {
            const mentioned = note.mentions.map(({ id }) => id);
            const refused = await acts.edit({
              noteId: note.id,
              text,
              chosenIds: [...mentioned, ...chosenIds],
            });
            if (!refused) setEditing(false);
            return refused;
          }}
        />
      )}
      {mayWrite && note.isOwn && !note.removed && !editing && (
        <p className="flex gap-1">
          <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
            Change
          </Button>
          <Button size="small" variant="quiet" loading={acts.pending} onClick={() => acts.remove(note.id)}>
            Take back
          </Button>
        </p>
      )}
    </article>
  );
}
