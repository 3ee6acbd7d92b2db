import { Badge, Status, type Tone } from '@/components/ui/badge';
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table';
import { When } from '@/components/ui/when';
import type { StaffMember } from '../../queries';

const states: Record<StaffMember['state'], { tone: Tone; words: string }> = {
  active: { tone: 'success', words: 'Active' },
  invited: { tone: 'warning', words: 'Invited' },
  disabled: { tone: 'neutral', words: 'Disabled' },
};

interface StaffTableProps {
  staff: StaffMember[];
  selfId: number;
  timeZone: string;
}

/** Everybody who signs in here. */
export function StaffTable({ staff, selfId, timeZone }: StaffTableProps) {
  return (
    <Table caption="Users">
      <TableHead>
        <tr>
          <TableHeading>Name</TableHeading>
          <TableHeading className="max-sm:hidden">Role</TableHeading>
          <TableHeading>State</TableHeading>
          <TableHeading className="max-md:hidden">Last here</TableHeading>
        </tr>
      </TableHead>
      <TableBody>
        {staff.map(({ id, name, email, role, sectionIds, state, seenAt }) => (
          <TableRow key={id}>
            <TableCell>
              <a href={`/admin/users/${id}`} className="font-medium" dir="auto">
                {name}
              </a>{' '}
              {id === selfId && <Badge>You</Badge>}
              <span className="block text-muted text-xs [overflow-wrap:anywhere]">{email}</span>
              <span className="block text-muted text-xs capitalize sm:hidden">{role}</span>
              <span className="block text-muted text-xs md:hidden">
                Last here: <LastHere at={seenAt} timeZone={timeZone} />
              </span>
            </TableCell>
            <TableCell className="capitalize max-sm:hidden">
              {role}
              {sectionIds.length > 0 && (
                <span className="block text-muted text-xs normal-case">
                  {sectionIds.length === 1 ? 'one section' : `${sectionIds.length} sections`}
                </span>
              )}
            </TableCell>
            <TableCell>
              <Status tone={states[state].tone}>{states[state].words}</Status>
            </TableCell>
            <TableCell className="text-muted max-md:hidden">
              <LastHere at={seenAt} timeZone={timeZone} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const LastHere = ({ at, timeZone }: { at: StaffMember['seenAt']; timeZone: string }) =>
  at ? <When at={at} timeZone={timeZone} /> : 'never';
