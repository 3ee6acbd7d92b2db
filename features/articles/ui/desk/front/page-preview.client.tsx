'use client';

import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { DeviceChoice } from '@/components/ui/device-choice.client';

const devices = [
  { id: 'desktop', label: 'Desktop', icon: <Monitor />, frame: 'h-[200%] w-[200%] scale-50' },
  { id: 'phone', label: 'Phone, 390 pixels', icon: <Smartphone />, frame: 'mx-auto h-full w-[390px]' },
];

interface PagePreviewProps {
  page: string;
  places: (number | null)[];
  /** For a planned change: the page as it will be then, with all that is planned until then. */
  at: Date | null;
}

/** The page as it will be, on the paper's own layout; follows the hand after a moment. */
export function PagePreview({ page, places, at }: PagePreviewProps) {
  const [device, setDevice] = useState('desktop');
  const wanted = `/admin/front/preview/page?${new URLSearchParams({ page, places: places.join(','), ...(at && { at: at.toISOString() }) })}`;
  const [src, setSrc] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSrc(wanted), 400);
    return () => clearTimeout(timer);
  }, [wanted]);
  return (
    <section aria-label="Preview" className="min-w-0 space-y-2 @4xl:sticky @4xl:top-6">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold text-base">{at ? 'The page as it will be' : 'Preview'}</h2>
        <DeviceChoice devices={devices} chosen={device} onChoose={setDevice} />
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
