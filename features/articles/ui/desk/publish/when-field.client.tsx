'use client';

import { useId, useState } from 'react';
import { RadioField } from '@/components/ui/choice-field.client';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field.client';
import { offsetLabel, wallClock, zonedTime } from '@/lib/zoned-time';

export type Which = 'first' | 'second';

interface WhenFieldProps {
  value: string;
  which: Which | undefined;
  timeZone: string;
  error?: string;
  onChange: (value: string) => void;
  onWhich: (which: Which) => void;
}

/**
 * A day and a time, to the second, as clocks in the paper's zone show it; said again in the writer's own, where that is
 * another. Times that the clocks leave out are refused here and by the server; of those that come twice one is chosen.
 */
export function WhenField({ value, which, timeZone, error, onChange, onWhich }: WhenFieldProps) {
  const id = useId();
  const time = value === '' ? null : zonedTime(value, timeZone);
  return (
    <div className="space-y-3">
      <TextField
        id={id}
        label={`Day and time in ${timeZone.replaceAll('_', ' ')}`}
        name=""
        type="datetime-local"
        step={1}
        // With four digits the year is done, and the next ones are hours.
        max="9999-12-31T23:59:59"
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {time?.happens === 'never' && (
        <Notice tone="warning" announce="status">
          Clocks go forward then and never show {value.slice(11)}. The next time they show is{' '}
          {wallClock(time.resumesAt, timeZone).slice(11)}.
        </Notice>
      )}
      {time?.happens === 'twice' && (
        <RadioField
          label="Clocks go back then and show this time twice"
          name="which"
          value={which ?? ''}
          onChange={(chosen) => onWhich(chosen as Which)}
          options={[
            { value: 'first', label: `The first time (${offsetLabel(time.first, timeZone)})` },
            { value: 'second', label: `The second time (${offsetLabel(time.second, timeZone)})` },
          ]}
        />
      )}
      <p className="text-muted text-xs" aria-live="polite">
        {spoken(chosenInstant(value, which, timeZone), timeZone)}
      </p>
    </div>
  );
}

/** A time that is being typed, for the field and for what is done with it. */
export function useWhen(timeZone: string, begin: () => string, onChanged: () => void = () => {}) {
  const [value, setValue] = useState(begin);
  const [which, setWhich] = useState<Which>();
  const onChange = (next: string) => {
    setValue(next);
    setWhich(undefined);
    onChanged();
  };
  return {
    value,
    which,
    instant: chosenInstant(value, which, timeZone),
    set: onChange,
    field: { value, which, timeZone, onChange, onWhich: setWhich },
  };
}

/** The instant meant, or null while it cannot be told. */
export function chosenInstant(value: string, which: Which | undefined, timeZone: string): Date | null {
  const time = value === '' ? null : zonedTime(value, timeZone);
  if (time?.happens === 'once') return time.at;
  return time?.happens === 'twice' && which ? time[which] : null;
}

/** The next full hour, as a clock in the zone will show it. */
export const nextHour = (timeZone: string): string =>
  wallClock(new Date(Math.ceil((Date.now() + 60_000) / 3_600_000) * 3_600_000), timeZone);

function spoken(at: Date | null, timeZone: string): string {
  if (!at) return '';
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(at);
  const here = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
  const sameClock = wallClock(at, own) === wallClock(at, timeZone);
  return `${day}, ${offsetLabel(at, timeZone)}${sameClock ? '' : ` · ${here} where you are`}`;
}
