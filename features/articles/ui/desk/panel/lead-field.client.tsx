'use client';

import { ImagePlus, Images, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button, IconButton } from '@/components/ui/button';
import { TextAreaField, TextField } from '@/components/ui/text-field.client';
import { useOneUpload } from '@/features/media/ui/desk/one-upload.client';
import { splitCredit } from '@/lib/credit';
import { pictureAddress, widthsFor } from '@/lib/pictures';
import { isPictureFile, pictureTypes } from '@/lib/upload-kinds';
import type { Fields } from '../saving/use-saving.client';
import { leadOf } from './lead-of';

interface LeadFieldProps {
  fields: Fields;
  change: (part: Partial<Fields>) => void;
  errors: Record<string, string>;
  readOnly: boolean;
  onChoose: () => void;
  onRefused: (sentence: string) => void;
}

/** The picture at the top of the story, on cards and in share previews. */
export function LeadField({ fields, change, errors, readOnly, onChoose, onRefused }: LeadFieldProps) {
  const { send, line } = useOneUpload((file) => change(leadOf(file)));
  const files = useRef<HTMLInputElement>(null);
  const { lead } = fields;
  const upload = (file: File | undefined) => {
    if (!file) return;
    if (isPictureFile(file)) send(file);
    else onRefused('Only pictures can stand here: JPEG, PNG, WebP, AVIF or GIF.');
  };
  return (
    <fieldset
      id="story-lead"
      tabIndex={-1}
      className="space-y-2"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!readOnly) upload(event.dataTransfer.files[0]);
      }}
    >
      <legend className="mb-1 font-medium text-ink text-sm">Lead picture</legend>
      {lead ? (
        <LeadWords fields={fields} change={change} readOnly={readOnly} />
      ) : (
        !readOnly && (
          <div className="grid gap-2 rounded-md border border-edge border-dashed p-3">
            <div className="flex flex-wrap gap-2">
              <Button icon={<ImagePlus />} onClick={() => files.current?.click()}>
                Upload
              </Button>
              <Button icon={<Images />} onClick={onChoose}>
                Choose
              </Button>
            </div>
            <p className="text-muted text-xs">
              Or drop a picture here. 1,200 pixels wide or more look best when shared.
            </p>
          </div>
        )
      )}
      {line}
      {errors.leadMediaId && <p className="text-danger text-xs">{errors.leadMediaId}</p>}
      <input
        ref={files}
        type="file"
        accept={pictureTypes}
        hidden
        aria-label="Lead picture"
        onChange={(event) => {
          upload(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </fieldset>
  );
}

function LeadWords({ fields, change, readOnly }: Pick<LeadFieldProps, 'fields' | 'change' | 'readOnly'>) {
  const { lead, leadAlt, leadCaption, leadCredit } = fields;
  if (!lead) return null;
  const width = widthsFor(lead.width).findLast((offered) => offered <= 640) ?? 320;
  return (
    <>
      <div className="relative">
        {/* biome-ignore lint/performance/noImgElement: our own rendition */}
        <img
          src={pictureAddress(lead.hash, width, 'webp')}
          width={lead.width}
          height={lead.height}
          alt={leadAlt}
          className="h-auto w-full rounded-sm bg-sunken"
        />
        <div className="absolute end-1 top-1 flex items-center gap-1">
          {leadAlt.trim() === '' && <Badge tone="warning">No description</Badge>}
          {!readOnly && (
            <IconButton
              label="Take the lead picture away"
              variant="secondary"
              icon={<Trash2 />}
              onClick={() => change({ lead: null, leadAlt: '', leadCaption: '', leadCredit: '' })}
            />
          )}
        </div>
      </div>
      <TextAreaField
        label="Description"
        name=""
        hint="For those who cannot see it."
        rows={1}
        maxLength={1000}
        readOnly={readOnly}
        value={leadAlt}
        onChange={(event) => change({ leadAlt: event.currentTarget.value })}
      />
      <TextAreaField
        label="Caption"
        name=""
        rows={1}
        maxLength={2000}
        readOnly={readOnly}
        value={leadCaption}
        onChange={(event) => change({ leadCaption: event.currentTarget.value })}
        onBlur={() => {
          const split = splitCredit(leadCaption);
          if (split.credit !== '' && leadCredit === '')
            change({ leadCaption: split.caption, leadCredit: split.credit });
        }}
      />
      <TextField
        label="Credit"
        name=""
        maxLength={500}
        readOnly={readOnly}
        value={leadCredit}
        onChange={(event) => change({ leadCredit: event.currentTarget.value })}
      />
    </>
  );
}
