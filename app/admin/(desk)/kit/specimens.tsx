import { Files, Pencil, Plus, Trash2 } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Badge, Status, type Tone } from '@/components/ui/badge';
import { Button, ButtonLink, type ButtonVariant, IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice-field.client';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Progress } from '@/components/ui/progress';
import { SkeletonText } from '@/components/ui/skeleton';
import { TabLinks } from '@/components/ui/tab-links';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { Row, Specimen } from './specimen';

/** The parts that hold still. */
export function Specimens({ theme }: { theme: string }) {
  return (
    <>
      <Specimen title="Type">
        <p className="font-bold font-serif text-4xl tracking-tight">The paper of record</p>
        <p className="font-semibold font-serif text-2xl">A headline of the second rank</p>
        <p className="font-serif text-read">
          Reading size: the harbour master said that the lights had been <em>out since Tuesday</em>, and that
          nobody had asked.
        </p>
        <p className="text-base text-soft">Labels and lists at 16, then 14 and 12 pixels, in the sans.</p>
        <p className="text-muted text-sm">Muted, for what is said in passing. Łódź, Ōsaka, Škoda.</p>
      </Specimen>
      <Specimen title="Colours">
        <Swatches />
      </Specimen>
      <Buttons />
      <Specimen title="Status and badges">
        <Row>
          <Status>Draft</Status>
          <Status tone="warning">In review</Status>
          <Status tone="info">Scheduled</Status>
          <Status tone="success">Live</Status>
          <Status tone="danger">Killed</Status>
        </Row>
        <Row>
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </Row>
      </Specimen>
      <Specimen title="Notices">
        {notices.map(([tone, words]) => (
          <Notice key={tone} tone={tone} title={words}>
            The sentence says what happened and what to do about it.
          </Notice>
        ))}
        <Notice tone="warning" action={<Button size="small">Compare</Button>}>
          Somebody else saved this story while you were writing.
        </Notice>
      </Specimen>
      <Lists theme={theme} />
      <Specimen title="Small parts">
        <Row>
          <Avatar name="Ida B. Wells" alone />
          <Avatar name="Łukasz" alone />
          <span>
            <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
          </span>
        </Row>
        <Progress label={`Upload, ${theme}`} value={40} />
        <SkeletonText lines={3} />
        <Disclosure summary="More about this story">It opens without scripts.</Disclosure>
      </Specimen>
      <Specimen title="Empty">
        <EmptyState
          title="No stories yet"
          icon={<Files />}
          action={<Button variant="primary">New story</Button>}
        >
          What you write appears here, the newest first.
        </EmptyState>
      </Specimen>
    </>
  );
}

const tones: Tone[] = ['neutral', 'accent', 'info', 'success', 'warning', 'danger'];
const notices = [
  ['neutral', 'Nothing changed'],
  ['info', 'Goes live at 14:00'],
  ['success', 'Sent to 1,204 readers'],
  ['warning', 'The lead picture has no alt text'],
  ['danger', 'This could not be saved'],
] as const;
const variants: ButtonVariant[] = ['primary', 'secondary', 'quiet', 'danger'];

const Buttons = () => (
  <Specimen title="Buttons">
    {variants.map((variant) => (
      <Row key={variant}>
        <Button variant={variant}>Publish</Button>
        <Button variant={variant} icon={<Plus />}>
          New
        </Button>
        <Button variant={variant} size="small">
          Small
        </Button>
        <Button variant={variant} disabled>
          Disabled
        </Button>
        <Button variant={variant} aria-busy aria-disabled>
          Waiting
        </Button>
      </Row>
    ))}
    <Row>
      <Button variant="primary" size="large">
        Large
      </Button>
      <ButtonLink href="#content">A link</ButtonLink>
      <IconButton label="Edit" icon={<Pencil />} />
      <IconButton label="Delete" icon={<Trash2 />} variant="secondary" />
    </Row>
  </Specimen>
);

const stories = [
  ['Lights out at the harbour', 'Ida Wells', 'success', 'Live', 1204],
  ['Council votes on the bridge for the third time this year', 'Łukasz Kowal', 'info', 'Scheduled', 0],
  ['What the river remembers', 'Staff', 'neutral', 'Draft', 0],
] as const;

const Lists = ({ theme }: { theme: string }) => (
  <Specimen title="Lists">
    <TabLinks
      label={`Stages, ${theme}`}
      links={[
        { href: '#all', label: 'All', current: true, count: 1204 },
        { href: '#review', label: 'In review', current: false, count: 3 },
        { href: '#live', label: 'Live', current: false },
      ]}
    />
    <Table caption={`Stories, ${theme}`}>
      <TableHead>
        <tr>
          <TableHeading>
            <Checkbox label="Choose all" name="" />
          </TableHeading>
          <TableHeading>Story</TableHeading>
          <TableHeading>By</TableHeading>
          <TableHeading>Stage</TableHeading>
          <TableHeading numeric>Views</TableHeading>
        </tr>
      </TableHead>
      <TableBody>
        {stories.map(([title, by, tone, stage, views]) => (
          <TableRow key={title}>
            <TableCell>
              <Checkbox label={`Choose ${title}`} name="" />
            </TableCell>
            <TableCell className="min-w-48 font-medium">{title}</TableCell>
            <TableCell className="text-muted">{by}</TableCell>
            <TableCell>
              <Status tone={tone}>{stage}</Status>
            </TableCell>
            <TableCell numeric>{views.toLocaleString('en')}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
    <Pagination label={`Pages of stories, ${theme}`} previousHref="#newer" nextHref="#older" />
  </Specimen>
);

const swatches = [
  ['bg-paper', 'paper'],
  ['bg-raised', 'raised'],
  ['bg-sunken', 'sunken'],
  ['bg-rule', 'rule'],
  ['bg-edge', 'edge'],
  ['bg-muted', 'muted'],
  ['bg-soft', 'soft'],
  ['bg-ink', 'ink'],
  ['bg-accent', 'accent'],
  ['bg-danger', 'danger'],
  ['bg-warning', 'warning'],
  ['bg-success', 'success'],
  ['bg-info', 'info'],
  ['bg-focus', 'focus'],
  ['bg-mark', 'mark'],
] as const;

const Swatches = () => (
  <ul className="grid grid-cols-5 gap-2 text-xs">
    {swatches.map(([ground, name]) => (
      <li key={name}>
        <span className={`block h-8 border border-rule ${ground}`} />
        {name}
      </li>
    ))}
  </ul>
);
