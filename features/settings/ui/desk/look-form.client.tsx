'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/choice-field.client';
import { ActionForm, FormActions, SubmitButton } from '@/components/ui/form.client';
import { parseHex } from '@/lib/colours';
import { themes } from '@/lib/look';
import { saveLookAction } from '../../actions';
import type { Logos, Look } from '../../look';
import { AccentField } from './accent-field.client';
import { LogoFields, type PicturePicker } from './logo-fields.client';
import { LookPreview } from './look-preview';

export interface LookFormProps {
  siteName: string;
  look: Look;
  logos: Logos;
  picturePicker: PicturePicker;
}

/** The paper's logo and colours, seen in both themes while they are chosen (D19). */
export function LookForm({ siteName, look, logos: before, picturePicker }: LookFormProps) {
  const [light, setLight] = useState<string>(look.accentLight);
  const [dark, setDark] = useState<string>(look.accentDark);
  const [nameInAccent, setNameInAccent] = useState(look.nameInAccent);
  const [logos, setLogos] = useState(before);
  const accents = { light: parseHex(light) ?? '', dark: parseHex(dark) ?? '' } as const;
  const isOurs = light === '' && dark === '' && !nameInAccent;
  const backToOurs = () => {
    setLight('');
    setDark('');
    setNameInAccent(false);
  };
  return (
    <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
      <ActionForm action={saveLookAction} doneSentence="Saved. Readers see it at once.">
        <section aria-labelledby="logo-title" className="space-y-5 border-rule border-t pt-4">
          <h2 id="logo-title" className="font-semibold text-base">
            Logo
          </h2>
          <LogoFields logos={logos} onChange={setLogos} Picker={picturePicker} />
        </section>
        <section aria-labelledby="colours-title" className="space-y-4 border-rule border-t pt-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2 id="colours-title" className="font-semibold text-base">
              Colours
            </h2>
            <Button size="small" variant="quiet" disabled={isOurs} onClick={backToOurs}>
              Back to ours
            </Button>
          </div>
          <p className="text-muted text-xs">
            The accent stands over headlines, under links and behind breaking news. Empty is ours.
          </p>
          <AccentField
            theme="light"
            name="accentLight"
            label="Accent on light paper"
            typed={light}
            onChange={setLight}
          />
          <AccentField
            theme="dark"
            name="accentDark"
            label="Accent on dark paper"
            typed={dark}
            onChange={setDark}
          />
          <CheckboxField
            label="The paper’s name in the accent, too"
            name="nameInAccent"
            hint="Where no logo stands for it."
            checked={nameInAccent}
            onChange={(event) => setNameInAccent(event.target.checked)}
          />
        </section>
        <FormActions>
          <SubmitButton>Save the look</SubmitButton>
        </FormActions>
      </ActionForm>
      <section
        aria-label="How it looks"
        className="grid gap-6 md:grid-cols-2 xl:sticky xl:top-4 xl:grid-cols-1 2xl:grid-cols-2"
      >
        {themes.map((theme) => (
          <LookPreview
            key={theme}
            theme={theme}
            siteName={siteName}
            accents={accents}
            nameInAccent={nameInAccent}
            logos={logos}
          />
        ))}
      </section>
    </div>
  );
}
