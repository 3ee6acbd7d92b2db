'use client';

import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/text-field.client';
import type { Fields } from '../saving/use-saving.client';
import type { Shelf } from './named';

interface AddressFieldsProps {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
  sections: Shelf[];
  kind: 'story' | 'page' | 'live';
  errors: Record<string, string>;
  suggestion: string | null;
  readOnly: boolean;
  /** It has been live: old addresses go on leading here. */
  wasLive: boolean;
  siteLanguage: string;
}

/** The word in the address, and the language the text is in. */
export function AddressFields(props: AddressFieldsProps) {
  const { fields, change, sections, kind, errors, suggestion, readOnly, wasLive, siteLanguage } = props;
  const section = sections.find(({ id }) => id === fields.sectionIds[0])?.slug;
  const before = kind === 'page' ? '/' : `/${section ?? '…'}/`;
  return (
    <>
      <div>
        <TextField
          label="Address"
          name=""
          value={fields.slug}
          error={errors.slug}
          readOnly={readOnly}
          maxLength={80}
          spellCheck={false}
          autoCapitalize="none"
          placeholder="made of the headline"
          hint={
            <span className="break-all">
              {before}
              {fields.slug || '…'}
              {wasLive && ' · older addresses lead here for ever'}
            </span>
          }
          onChange={(event) => {
            const slug = asSlug(event.currentTarget.value);
            change({ slug, slugIsChosen: slug !== '' });
          }}
        />
        {suggestion && (
          <Button size="small" onClick={() => change({ slug: suggestion, slugIsChosen: true })}>
            Take “{suggestion}”
          </Button>
        )}
        {fields.slugIsChosen && !readOnly && !suggestion && !wasLive && (
          <Button size="small" variant="quiet" onClick={() => change({ slug: '', slugIsChosen: false })}>
            Make it of the headline again
          </Button>
        )}
      </div>
      <SelectField
        label="Language"
        name=""
        value={fields.lang ?? ''}
        disabled={readOnly}
        options={languageChoices(siteLanguage, fields.lang)}
        onChange={(event) => change({ lang: event.currentTarget.value || null })}
      />
    </>
  );
}

/** What is typed, as a slug in the making: a hyphen at the end may have a word to come. */
const asSlug = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-/, '');

const common = [
  'ar',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'sw',
  'th',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
];

function languageChoices(siteLanguage: string, chosen: string | null) {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const label = (tag: string) => names.of(tag) ?? tag;
  const tags = chosen && !common.includes(chosen) ? [chosen, ...common] : common;
  return [
    { value: '', label: `${label(siteLanguage)} (the paper’s)` },
    ...tags.filter((tag) => tag !== siteLanguage).map((tag) => ({ value: tag, label: label(tag) })),
  ];
}
