'use client';

import { Monitor, RotateCw, Smartphone, Tablet } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ButtonLink, IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { DeviceChoice } from '@/components/ui/device-choice.client';
import { isShortcut, keysOf } from '@/lib/shortcuts';

interface PreviewFrameProps {
  title: string;
  /** What is shown of it, before its title. */
  about?: string;
  back: { href: string; label: string };
  /** The page itself, on the paper's own layout. */
  pageHref: string;
}

const devices = [
  { id: 'phone', label: 'Phone, 390 pixels', icon: <Smartphone />, width: 'w-[390px]' },
  { id: 'tablet', label: 'Tablet, 820 pixels', icon: <Tablet />, width: 'w-[820px]' },
  { id: 'desktop', label: 'Desktop, the whole width', icon: <Monitor />, width: 'w-full' },
];

/** The story as readers will get it, as wide as what they hold in their hands. */
export function PreviewFrame({ title, about = 'Preview: ', back, pageHref }: PreviewFrameProps) {
  const [device, setDevice] = useState('desktop');
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    // There and back by the same key.
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut('editor.preview', event)) return;
      event.preventDefault();
      location.assign(back.href);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [back.href]);
  const width = devices.find(({ id }) => id === device)?.width;
  return (
    <div data-canvas="" className="flex h-dvh flex-col bg-sunken">
      <div className="flex min-h-12 items-center gap-2 border-rule border-b bg-paper ps-14 pe-3">
        <h1 className="min-w-0 flex-1 truncate text-sm">
          <span className="text-muted">{about}</span>
          <span dir="auto">{title || 'Untitled story'}</span>
        </h1>
        {/* A phone shows the width of a phone. */}
        <span className="max-md:hidden">
          <DeviceChoice devices={devices} chosen={device} onChoose={setDevice} />
        </span>
        <IconButton
          label="Load it again"
          icon={<RotateCw />}
          onClick={() => frame.current?.contentWindow?.location.reload()}
        />
        <ButtonLink href={back.href} title={`${back.label} (${keysOf('editor.preview')})`}>
          {back.label}
        </ButtonLink>
      </div>
      <div className="min-h-0 flex-1 overflow-x-auto">
        <iframe
          ref={frame}
          src={pageHref}
          title={about + (title || 'Untitled story')}
          className={classNames(
            'mx-auto block h-full max-w-none border-rule bg-paper',
            width,
            device !== 'desktop' && 'border-x',
          )}
        />
      </div>
    </div>
  );
}
