'use client';

import { Button } from '@/components/ui/button';
import { controlLook, TextField } from '@/components/ui/text-field.client';
import { parseHex } from '@/lib/colours';
import { accentContrast, accentFault, ratioText, type Theme, tokens } from '@/lib/look';

interface AccentFieldProps {
  theme: Theme;
  name: string;
  label: string;
  /** As typed; empty is ours. */
  typed: string;
  onChange(typed: string): void;
}

/** A colour, picked or typed, with what it is worth as text while one chooses. */
export function AccentField({ theme, name, label, typed, onChange }: AccentFieldProps) {
  const colour = parseHex(typed);
  const fault = colour && accentFault(colour, theme);
  const shown = colour ?? tokens[theme].accent;
  return (
    <div className="space-y-2">
      <div className="grid grid-cols-[auto_1fr] items-start gap-2">
        <input
          type="color"
          aria-label={`${label}: pick`}
          value={shown}
          onChange={(event) => onChange(event.target.value)}
          className={`${controlLook} h-8 w-12! mt-6 cursor-pointer p-0.5! pointer-coarse:h-11`}
        />
        <TextField
          label={label}
          name={name}
          value={typed}
          placeholder={tokens[theme].accent}
          onChange={(event) => onChange(event.target.value)}
          error={fault?.sentence}
          maxLength={100}
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <div role="status" className="flex min-h-8 flex-wrap items-center gap-2 text-muted text-xs">
        {fault ? (
          <Button size="small" onClick={() => onChange(fault.nearest)}>
            <Swatch colour={fault.nearest} /> Take {fault.nearest}
          </Button>
        ) : (
          <span>
            {typed.trim() === '' && 'Ours. '}
            Contrast {ratioText(accentContrast(shown, theme))} where it is least; text needs 4.5.
          </span>
        )}
      </div>
    </div>
  );
}

const Swatch = ({ colour }: { colour: string }) => (
  <span
    aria-hidden="true"
    className="inline-block size-3.5 rounded-sm border border-edge forced-color-adjust-none"
    style={{ backgroundColor: colour }}
  />
);
