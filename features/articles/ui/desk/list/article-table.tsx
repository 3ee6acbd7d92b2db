import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import type { DeskLine } from '../../../queries/desk';
import { PresentHere } from '../presence/present-here.client';
import { StateBadge } from '../state-badge';
import { ChooseAllBox, ChooseBox } from './choose-box.client';
import { DeskTime } from './desk-time';
import { Standing } from './standing';

interface ArticleTableProps {
  lines: DeskLine[];
  timeZone: string;
  caption?: string;
  /** Stands in a `Selection`: rows can be chosen. */
  choosable?: boolean;
  /** Pages have neither section nor byline. */
  of?: 'stories' | 'pages';
}

/** A page of stories. The headline is the way in. */
export function ArticleTable({
  lines,
  timeZone,
  caption = 'Stories, the last saved first',
  choosable = false,
  of = 'stories',
}: ArticleTableProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          {choosable && (
            <TableHeading className="w-8">
              <ChooseAllBox ids={lines.map(({ id }) => id)} />
            </TableHeading>
          )}
          <TableHeading>Headline</TableHeading>
          {of === 'stories' && (
            <>
              <TableHeading className="max-md:hidden">Section</TableHeading>
              <TableHeading className="max-lg:hidden">By</TableHeading>
            </>
          )}
          <TableHeading className="max-lg:hidden">Given to</TableHeading>
          <TableHeading>State</TableHeading>
          <TableHeading numeric className="max-md:hidden">
            Words
          </TableHeading>
          <TableHeading numeric className="max-md:hidden">
            Saved
          </TableHeading>
        </tr>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.id} data-story={line.id}>
            {choosable && (
              <TableCell className="w-8">
                <ChooseBox id={line.id} title={line.title || 'Untitled story'} />
              </TableCell>
            )}
            <TableCell className="max-w-md md:min-w-48">
              <a
                href={`/admin/articles/${line.id}`}
                className="font-serif text-base no-underline hover:underline"
                dir="auto"
              >
                {line.title || 'Untitled story'}
              </a>
              <span className="ms-2 align-middle">
                <PresentHere articleId={line.id} />
              </span>
              {line.kind === 'page' && of === 'stories' && (
                <span className="ms-2 text-muted text-xs">staff page</span>
              )}
              <span className="block text-muted text-xs md:hidden">
                {line.section && `${line.section} · `}
                <DeskTime at={line.savedAt} timeZone={timeZone} />
              </span>
              {(line.assignee || line.dueAt) && (
                <span className="block text-muted text-xs lg:hidden">
                  <Standing {...line} timeZone={timeZone} />
                </span>
              )}
              {line.hasUnpublishedChanges && (
                <span className="block text-muted text-xs">has changes that readers do not see yet</span>
              )}
            </TableCell>
            {of === 'stories' && (
              <>
                <TableCell className="max-md:hidden">{line.section}</TableCell>
                <TableCell className="max-w-40 truncate max-lg:hidden">{line.authors.join(', ')}</TableCell>
              </>
            )}
            <TableCell className="max-w-40 max-lg:hidden">
              <Standing {...line} timeZone={timeZone} />
            </TableCell>
            <TableCell>
              <StateBadge state={line.state} />
              {line.embargoAt && line.embargoAt > new Date() && (
                <span className="block ps-4 text-warning text-xs">
                  embargo <DeskTime at={line.embargoAt} timeZone={timeZone} />
                </span>
              )}
              {line.pending[0] && (
                <span className="block ps-4 text-muted text-xs">
                  {planWords[line.pending[0].kind]}{' '}
                  <DeskTime at={line.pending[0].effectiveAt} timeZone={timeZone} />
                </span>
              )}
            </TableCell>
            <TableCell numeric className="max-md:hidden">
              {line.words.toLocaleString('en')}
            </TableCell>
            <TableCell numeric className="whitespace-nowrap max-md:hidden">
              <DeskTime at={line.savedAt} timeZone={timeZone} />
              {line.savedBy && <span className="block text-muted text-xs">{line.savedBy}</span>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const planWords = { publish: '', update: 'update', withdraw: 'withdrawn', kill: 'killed' } as const;
