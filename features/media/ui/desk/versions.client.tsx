'use client';

import { History, ImageUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { sizeInWords } from '@/lib/files';
import { pictureTypes } from '@/lib/upload-kinds';
import { restoreVersionAction } from '../../actions';
import type { MediaVersion } from '../../queries';
import { useOneUpload } from './one-upload.client';
import type { SentMedia } from './sent-media';

/** By JSON its instant is text. */
export type SentVersion = Omit<MediaVersion, 'replacedAt'> & { replacedAt: string };

interface VersionsProps {
  item: SentMedia;
  /** How many stories turn with it. */
  uses: number;
  versions: SentVersion[];
  onChanged: (item: { id: number }) => void;
}

/** Puts another file under this picture's name, and what stood there before back. */
export function Versions({ item, uses, versions, onChanged }: VersionsProps) {
  const files = useRef<HTMLInputElement>(null);
  const { send, line } = useOneUpload(onChanged, item.id);
  return (
    <div className="space-y-2 text-sm">
      {line ?? (
        <div className="space-y-1">
          <Button icon={<ImageUp />} onClick={() => files.current?.click()}>
            Replace the file
          </Button>
          <p className="text-muted text-xs">
            A crop, or a corrected one. {turning(uses)} Words and the most important point stay.
          </p>
        </div>
      )}
      <input
        ref={files}
        type="file"
        accept={pictureTypes}
        hidden
        aria-label="File to stand here instead"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) send(file);
          event.currentTarget.value = '';
        }}
      />
      {versions.length > 0 && (
        <section aria-label="Earlier files">
          <h3 className="font-medium">Earlier files</h3>
          <ul className="mt-1 space-y-1">
            {versions.map((version) => (
              <VersionLine key={version.id} {...{ item, uses, version, onChanged }} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const turning = (uses: number): string =>
  uses === 0
    ? 'No story shows it now.'
    : `${uses === 1 ? 'The story that shows it turns' : `All ${uses} stories that show it turn`} at once.`;

function VersionLine({
  item,
  uses,
  version,
  onChanged,
}: Omit<VersionsProps, 'versions'> & { version: SentVersion }) {
  const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="flex items-center gap-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate" dir="auto">
          {version.filename}
        </span>
        <span className="block text-muted text-xs">
          {version.width} × {version.height}, {sizeInWords(version.bytes)}, until{' '}
          {until.format(new Date(version.replacedAt))}
          {version.replacedBy && `, replaced by ${version.replacedBy}`}
        </span>
      </span>
      <ConfirmDialog
        title="Put this file back?"
        confirmLabel="Put it back"
        trigger={
          <Button variant="quiet" icon={<History />} aria-label={`Put back ${version.filename}`}>
            Put back
          </Button>
        }
        onConfirm={async () => {
          const answer = await restoreVersionAction(
            { status: 'idle' },
            { mediaId: item.id, versionId: version.id },
          );
          if (answer.status === 'refused') return answer.sentence;
          if (answer.status === 'done') onChanged(answer.result);
        }}
      >
        {turning(uses)} The file that stands there now is kept among the earlier ones.
      </ConfirmDialog>
    </li>
  );
}
