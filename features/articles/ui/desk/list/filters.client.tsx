'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/choice-field.client';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import type { ListArticles } from '../../../desk-input';

interface FiltersProps {
  input: ListArticles;
  sections: { id: number; name: string }[];
}

/** A form that asks by GET, so that every list has an address; with scripts it asks as one chooses. */
export function Filters({ input, sections }: FiltersProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const go = () => {
    if (!form.current) return;
    const asked = [...new FormData(form.current)].filter(([, value]) => value !== '') as [string, string][];
    startTransition(() => router.push(`/admin/articles?${new URLSearchParams(asked)}`));
  };
  return (
    // Another list is another form: what was chosen before must not stay in its fields.
    <search key={`${input.state}`} className="mb-4 block" aria-label="Stories">
      <form
        ref={form}
        action="/admin/articles"
        className="flex flex-wrap items-end gap-3"
        aria-busy={pending}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {input.state && <input type="hidden" name="state" value={input.state} />}
        <div className="min-w-52 flex-1">
          <TextField
            label="Words in the headline"
            hideLabel
            name="text"
            type="search"
            placeholder="Words in the headline"
            defaultValue={input.text}
            maxLength={200}
          />
        </div>
        <div className="w-52 max-sm:w-full">
          <SelectField
            label="Section"
            hideLabel
            name="section"
            defaultValue={input.sectionId ? String(input.sectionId) : ''}
            options={[
              { value: '', label: 'Every section' },
              ...sections.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={go}
          />
        </div>
        <CheckboxField
          label="Mine"
          name="mine"
          value="1"
          defaultChecked={input.mine}
          onChange={go}
          className="self-center"
        />
        <Button type="submit" icon={<Search />} loading={pending}>
          Search
        </Button>
      </form>
    </search>
  );
}
