'use client';

import type { ReactNode } from 'react';

export interface Device {
  id: string;
  label: string;
  icon: ReactNode;
}

interface DeviceChoiceProps {
  devices: Device[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** As wide as what readers hold in their hands: the buttons over a preview. */
export const DeviceChoice = ({ devices, chosen, onChoose }: DeviceChoiceProps) => (
  <fieldset className="flex gap-1">
    <legend className="sr-only">Width</legend>
    {devices.map(({ id, label, icon }) => (
      <button
        key={id}
        type="button"
        aria-pressed={chosen === id}
        aria-label={label}
        title={label}
        onClick={() => onChoose(id)}
        className="grid size-8 cursor-pointer place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-accent pointer-coarse:size-11 forced-colors:aria-pressed:outline-2 [&_svg]:size-4"
      >
        {icon}
      </button>
    ))}
  </fieldset>
);
