'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { toast } from '@/components/ui/toast.client';

/**
 * A part that is fetched when it is first wanted. React's own `lazy` throws when it cannot be had, offline for one, and
 * takes the page with everything that was typed along; this one closes again and says so.
 */
export function lazily<P extends { onClose: () => void }>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Lazily(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => loaded);
    const { onClose } = props;
    useEffect(() => {
      if (Part) return;
      let gone = false;
      load()
        .then((part) => {
          loaded = part;
          if (!gone) setPart(() => part);
        })
        .catch(() => {
          if (gone) return;
          toast.error('This part cannot be loaded just now. Your text is kept; try again in a moment.');
          onClose();
        });
      return () => {
        gone = true;
      };
    }, [Part, onClose]);
    return Part && <Part {...props} />;
  };
}
