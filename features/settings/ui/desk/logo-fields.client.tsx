'use client';

import { type ComponentType, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldError, useField } from '@/components/ui/field.client';
import { logoAddress } from '@/lib/logo-files';
import type { Theme } from '@/lib/look';
import type { UploadedFile } from '@/lib/upload-file';
import type { Logo, LogoKind, Logos } from '../../look';

type ChosenPicture = Omit<UploadedFile, 'known'>;

/** The library's own picker, which lies on a higher shelf. */
export type PicturePicker = ComponentType<{
  many: boolean;
  picturesOnly: boolean;
  onChosen: (files: ChosenPicture[]) => void;
  onClose: () => void;
}>;

const parts: { kind: LogoKind; label: string; hint: string; theme: Theme; file: 'logo' | 'icon' }[] = [
  {
    kind: 'logo',
    label: 'Logo',
    hint: 'Stands where the name stands: over the paper, its mails and the desk’s door. Best a PNG on a transparent ground, 200 pixels high or more.',
    theme: 'light',
    file: 'logo',
  },
  {
    kind: 'darkLogo',
    label: 'Logo for the dark theme',
    hint: 'Without one the first stands there on a light plate.',
    theme: 'dark',
    file: 'logo',
  },
  {
    kind: 'icon',
    label: 'Icon',
    hint: 'Square, for tabs and phones. Without one it is made from the logo.',
    theme: 'light',
    file: 'icon',
  },
];

interface LogoFieldsProps {
  logos: Logos;
  onChange(logos: Logos): void;
  Picker: PicturePicker;
}

/** The pictures that stand for the paper. */
export function LogoFields({ logos, onChange, Picker }: LogoFieldsProps) {
  const [picking, setPicking] = useState<LogoKind | null>(null);
  return (
    <>
      {parts.map((part) => (
        <LogoField
          key={part.kind}
          {...part}
          picture={logos[part.kind]}
          onPick={() => setPicking(part.kind)}
          onRemove={() => onChange({ ...logos, [part.kind]: null })}
        />
      ))}
      {picking && (
        <Picker
          many={false}
          picturesOnly
          onClose={() => setPicking(null)}
          onChosen={([file]) => {
            if (file) onChange({ ...logos, [picking]: logoOf(file) });
            setPicking(null);
          }}
        />
      )}
    </>
  );
}

const logoOf = ({ id, hash, width, height }: ChosenPicture): Logo => ({
  mediaId: id,
  hash,
  width: width ?? 1,
  height: height ?? 1,
});

interface LogoFieldProps {
  kind: LogoKind;
  label: string;
  hint: string;
  theme: Theme;
  file: 'logo' | 'icon';
  picture: Logo | null;
  onPick(): void;
  onRemove(): void;
}

function LogoField({ kind, label, hint, theme, file, picture, onPick, onRemove }: LogoFieldProps) {
  const name = `${kind}Id`;
  const { wiring, sentence } = useField({ name });
  return (
    <fieldset className="space-y-2" aria-describedby={wiring['aria-describedby']}>
      <legend className="font-medium text-sm">
        {label} <span className="font-normal text-muted">(optional)</span>
      </legend>
      <p className="text-muted text-xs">{hint}</p>
      <input type="hidden" name={name} value={picture?.mediaId ?? ''} />
      {picture && (
        <div
          data-theme={theme}
          className="flex min-h-20 items-center rounded-md border border-rule bg-paper p-4"
        >
          {/* biome-ignore lint/performance/noImgElement: as readers get it */}
          <img
            src={logoAddress(picture.hash, file)}
            alt={label}
            className="max-h-12 max-w-full object-contain"
          />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onPick}>
          {picture ? 'Choose another' : 'Choose a picture'}
        </Button>
        {picture && (
          <Button size="small" variant="quiet" onClick={onRemove}>
            Take out
          </Button>
        )}
      </div>
      <FieldError id={`${wiring.id}-error`} sentence={sentence} />
    </fieldset>
  );
}
