import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog.client';
import { Kbd } from '@/components/ui/kbd';

export type Decision = 'approved' | 'held' | 'spam' | 'deleted';

/** C5: one key a decision. */
export const decisionKeys: Record<string, Decision | undefined> = {
  a: 'approved',
  s: 'spam',
  d: 'deleted',
  h: 'held',
};

const explained: [key: string, does: string][] = [
  ['j', 'Next comment'],
  ['k', 'Previous comment'],
  ['a', 'Approve'],
  ['s', 'Mark as spam'],
  ['d', 'Delete'],
  ['h', 'Hold for later'],
  ['x', 'Choose, to decide several at once'],
  ['u', 'Undo the last decision'],
  ['?', 'Show this list'],
];

export function ShortcutHelp({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogTitle>Keys for moderating</DialogTitle>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {explained.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
