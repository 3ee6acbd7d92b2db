'use client';

import { Plus } from 'lucide-react';
import type { LiHTMLAttributes, ReactNode } from 'react';
import { Button } from './button';
import { classNames } from './class-names';
import { TextField } from './text-field.client';

interface FinderProps {
  label: string;
  /** What the list below holds, for those who hear it. */
  listLabel: string;
  words: string;
  onType: (words: string) => void;
  failed: boolean;
  /** How much was found, or why there is nothing. */
  status: string;
  /** A few lines only, inside a form. */
  short?: boolean;
  children: ReactNode;
}

/**
 * Words to find by, and a list to choose from. The list keeps its height whatever is found, for the page must not jump
 * under the hand that chooses.
 */
export const Finder = ({
  label,
  listLabel,
  words,
  onType,
  failed,
  status,
  short = false,
  children,
}: FinderProps) => (
  <div className="space-y-2">
    <TextField
      label={label}
      name=""
      type="search"
      value={words}
      placeholder="Words of the headline"
      autoComplete="off"
      onChange={(event) => onType(event.currentTarget.value)}
      error={failed ? 'The server did not answer. Type on to try again.' : undefined}
    />
    <p role="status" className="text-muted text-xs">
      {status}
    </p>
    <ul
      className={classNames(
        'divide-y divide-rule overflow-y-auto border-rule border-y',
        short ? 'h-36' : 'h-80',
      )}
      aria-label={listLabel}
    >
      {children}
    </ul>
  </div>
);

interface FoundEntryProps extends Omit<LiHTMLAttributes<HTMLLIElement>, 'title'> {
  title: string;
  /** What tells it from others of the same name: day, section. */
  line: ReactNode;
  verb: string;
  disabled?: boolean;
  onChoose: () => void;
  /** What it is dragged by. */
  grip?: ReactNode;
}

export const FoundEntry = ({ title, line, verb, disabled, onChoose, grip, ...rest }: FoundEntryProps) => (
  <li {...rest} className={classNames('flex items-center gap-2 py-1.5 pe-1', grip ? 'ps-1' : 'ps-2')}>
    {grip}
    <span className="min-w-0 flex-1">
      <span className="line-clamp-2">
        <bdi>{title}</bdi>
      </span>
      <span className="block truncate text-muted text-xs">{line}</span>
    </span>
    <Button
      size="small"
      variant="quiet"
      icon={<Plus />}
      disabled={disabled}
      aria-label={`${verb} “${title}”`}
      onClick={onChoose}
    >
      {verb}
    </Button>
  </li>
);
