import { TextAreaField, TextField } from '@/components/ui/text-field.client';
import type { SeriesRow } from '../../queries';
import { SlugField } from './section-fields';

/** Name, address and description of a series; `series` as it is now, nothing for a new one. */
export const SeriesFields = ({ series }: { series?: SeriesRow }) => (
  <>
    <TextField label="Name" name="name" defaultValue={series?.name} maxLength={80} required />
    <SlugField place="/series/" slug={series?.slug} />
    <TextAreaField
      label="Description"
      name="description"
      defaultValue={series?.description}
      hint="Stands at the head of the series’ page."
      maxLength={300}
      optional
    />
  </>
);
