'use client';

import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog.client';
import { Kbd } from '@/components/ui/kbd';
import { shortcutWords } from '@/lib/shortcut-words';
import { keysOf, type Shortcut } from '@/lib/shortcuts';

const groups = Object.entries(shortcutWords);

/** Every key of the desk, by where it works. */
export const ShortcutList = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onOpenChange={(open) => !open && onClose()}>
    <DialogContent width="large">
      <DialogTitle>Keys</DialogTitle>
      <div className="gap-x-8 sm:columns-2">
        {groups.map(([name, { heading, does }]) => (
          <section key={name} aria-label={heading} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 font-medium text-sm">{heading}</h3>
            <dl className="space-y-1">
              {Object.entries<string>(does).map(([id, words]) => (
                <div key={id} className="flex items-baseline justify-between gap-4 text-sm">
                  <dt className="text-soft">{words}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keysOf(`${name}.${id}` as Shortcut)
                      .split(' ')
                      .map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-muted text-xs">On a Mac, Cmd does what Ctrl does here.</p>
    </DialogContent>
  </Dialog>
);
