'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/choice-field.client';
import { Disclosure } from '@/components/ui/disclosure';
import { type Choice, SelectField, TextField } from '@/components/ui/text-field.client';
import { listAddress, listHref } from '../../../list-address';
import type { ChangedSpan, DueSpan, ListArticles, ListSort } from '../../../list-input';
import { findTags } from '../panel/find-tags';
import type { Named } from '../panel/named';
import { PickField } from '../panel/pick-field.client';

export interface Offered {
  sections: Named[];
  authors: Named[];
  colleagues: Named[];
}

interface FiltersProps {
  input: ListArticles;
  offered: Offered;
  tag: Named | null;
  selfId: number;
  /** The saved list that these filters began from. */
  listId: number | null;
}

/** A form that asks by GET, so that every list has an address; with scripts it asks as one chooses. */
export function Filters({ input, offered, tag, selfId, listId }: FiltersProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const go = (changed: Record<string, string> = {}) => {
    if (!form.current) return;
    const asked = new URLSearchParams();
    for (const [name, value] of [...new FormData(form.current), ...Object.entries(changed)])
      if (name !== 'list') asked.set(name, String(value));
    for (const [name, value] of [...asked]) if (value === '') asked.delete(name);
    startTransition(() => router.push(listAddress(asked.toString(), { list: listId })));
  };
  const choice = (
    label: string,
    name: string,
    value: string | number | undefined,
    all: string,
    options: Choice[],
  ) => (
    <div className="w-44 max-sm:w-[calc(50%-0.25rem)]">
      <SelectField
        label={label}
        hideLabel
        name={name}
        defaultValue={String(value ?? '')}
        options={[{ value: '', label: all }, ...options]}
        onChange={() => go()}
      />
    </div>
  );
  const more = [input.authorId, input.tagId, input.changed, input.mine].filter(Boolean).length;
  return (
    // Another list is another form: what was chosen before must not stay in its fields.
    <search key={listHref(input, { list: listId })} className="mb-4 block" aria-label="Stories">
      <form
        ref={form}
        action="/admin/articles"
        className="space-y-3"
        aria-busy={pending}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {input.state && <input type="hidden" name="state" value={input.state} />}
        {listId !== null && <input type="hidden" name="list" value={listId} />}
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-52 flex-1">
            <TextField
              label="Words in headline or text"
              hideLabel
              name="text"
              type="search"
              placeholder="Words in headline or text"
              defaultValue={input.text}
              maxLength={200}
              data-key="list-search"
            />
          </div>
          <Button type="submit" icon={<Search />} loading={pending}>
            Search
          </Button>
          {choice('Section', 'section', input.sectionId, 'Every section', named(offered.sections))}
          {choice('Given to', 'assignee', input.assignee, 'Given to all', [
            { value: 'me', label: 'Given to me' },
            { value: 'nobody', label: 'Given to nobody' },
            ...named(offered.colleagues.filter(({ id }) => id !== selfId)),
          ])}
          {choice('Due', 'due', input.due, 'Due any time', dues)}
          {choice('Order', 'sort', input.sort === 'saved' ? '' : input.sort, 'Last saved first', sorts)}
        </div>
        <Disclosure summary={more > 0 ? `More filters (${more})` : 'More filters'} open={more > 0}>
          <div className="flex flex-wrap items-start gap-x-4 gap-y-3 pt-2">
            {choice('Byline', 'author', input.authorId, 'Any byline', named(offered.authors))}
            {choice('Changed', 'changed', input.changed, 'Changed any time', changes)}
            <CheckboxField
              label="Mine: begun by me, or given to me"
              name="mine"
              value="1"
              defaultChecked={input.mine}
              onChange={() => go()}
              className="mt-1.5"
            />
            <div className="w-60 max-sm:w-full">
              {tag && <input type="hidden" name="tag" value={tag.id} />}
              <PickField
                label="Tag"
                placeholder={tag ? 'Another tag' : 'Find a tag'}
                picked={tag ? [tag] : []}
                find={findTags}
                readOnly={false}
                onChange={(picked) => go({ tag: String(picked.at(-1)?.id ?? '') })}
              />
            </div>
          </div>
        </Disclosure>
      </form>
    </search>
  );
}

const named = (list: Named[]): Choice[] => list.map(({ id, name }) => ({ value: String(id), label: name }));

const choices = <V extends string>(labels: Record<V, string>): Choice[] =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

const dues = choices<DueSpan>({
  overdue: 'Overdue',
  day: 'Due within a day',
  week: 'Due within a week',
  none: 'No due date',
});
const changes = choices<ChangedSpan>({
  day: 'Changed within a day',
  week: 'Changed within a week',
  month: 'Changed within 30 days',
  older: 'Untouched for 30 days',
});
const sorts = choices<Exclude<ListSort, 'saved'>>({
  oldest: 'Longest untouched first',
  created: 'Newest begun first',
  headline: 'By headline',
  due: 'Due soonest first',
  live: 'Last published first',
});
