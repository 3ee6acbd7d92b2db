import { Status, type Tone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import type { LedgerLine, PublicationState } from '../../../queries/ledger';
import { DeskTime } from '../list/desk-time';
import { historyHref } from './history-address';
import { latenessWords } from './lateness';

interface LedgerTableProps {
  articleId: number;
  lines: LedgerLine[];
  timeZone: string;
}

/** What became of an article when, by whom, and how late: nothing in it is ever changed. */
export function LedgerTable({ articleId, lines, timeZone }: LedgerTableProps) {
  if (lines.length === 0)
    return (
      <EmptyState title="Never published">
        Publications, updates and withdrawals come here, planned and done, with who ordered them.
      </EmptyState>
    );
  return (
    <Table caption="What was published, planned and taken back, the newest first">
      <TableHead>
        <tr>
          <TableHeading>What</TableHeading>
          <TableHeading>For</TableHeading>
          <TableHeading>By</TableHeading>
          <TableHeading>What came of it</TableHeading>
        </tr>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.id}>
            <TableCell>
              {kinds[line.kind]}
              {line.kind === 'update' && !line.material && <span className="text-muted"> (minor)</span>}
              {line.revisionId !== null && (
                <a
                  className="block text-muted text-xs"
                  href={historyHref(articleId, { version: line.revisionId })}
                >
                  the version
                </a>
              )}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <DeskTime at={line.effectiveAt} timeZone={timeZone} seconds />
            </TableCell>
            <TableCell>{line.createdBy ?? 'the system'}</TableCell>
            <TableCell>
              <Status tone={tones[line.state]}>{outcomes[line.state]}</Status>
              <span className="block ps-4 text-muted text-xs">
                <Outcome line={line} timeZone={timeZone} />
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Outcome({ line, timeZone }: { line: LedgerLine; timeZone: string }) {
  if (line.cancelledAt)
    return (
      <>
        <DeskTime at={line.cancelledAt} timeZone={timeZone} seconds />
        {line.cancelledBy && `, by ${line.cancelledBy}`}
      </>
    );
  return line.failure ?? (line.latenessMs === null ? null : latenessWords(line.latenessMs));
}

const kinds = { publish: 'Published', update: 'Updated', withdraw: 'Withdrawn', kill: 'Killed' } as const;
const outcomes = {
  planned: 'planned',
  applied: 'done',
  cancelled: 'cancelled',
  failed: 'not done',
} as const satisfies Record<PublicationState, string>;
const tones: Record<PublicationState, Tone> = {
  planned: 'warning',
  applied: 'success',
  cancelled: 'neutral',
  failed: 'danger',
};
