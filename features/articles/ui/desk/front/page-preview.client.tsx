'use client';

import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { classNames } from '@/components/ui/class-names';

const devices = [
  { id: 'desktop', label: 'Desktop', icon: <Monitor />, frame: 'h-[200%] w-[200%] scale-50' },
  { id: 'phone', label: 'Phone, 390 pixels', icon: <Smartphone />, frame: 'mx-auto h-full w-[390px]' },
];

/** The page as it will be, on the paper's own layout; follows the hand after a moment. */
export function PagePreview({ page, places }: { page: string; places: (number | null)[] }) {
  const [device, setDevice] = useState('desktop');
  const wanted = `/admin/front/preview/page?${new URLSearchParams({ page, places: places.join(',') })}`;
  const [src, setSrc] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSrc(wanted), 400);
    return () => clearTimeout(timer);
  }, [wanted]);
  return (
    <section aria-label="Preview" className="min-w-0 space-y-2 xl:sticky xl:top-6">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold text-base">Preview</h2>
        <fieldset className="flex gap-1">
          <legend className="sr-only">Width</legend>
          {devices.map(({ id, label, icon }) => (
            <button
              key={id}
              type="button"
              aria-pressed={device === id}
              aria-label={label}
              title={label}
              onClick={() => setDevice(id)}
              className="grid size-8 cursor-pointer place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-accent pointer-coarse:size-11 forced-colors:aria-pressed:outline-2 [&_svg]:size-4"
            >
              {icon}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="relative h-[70vh] overflow-hidden border border-rule bg-paper">
        <iframe
          src={src}
          title="The page as readers would see it"
          className={classNames(
            'block max-w-none origin-top-left border-0',
            devices.find(({ id }) => id === device)?.frame,
          )}
        />
      </div>
    </section>
  );
}
