'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { WeighedFinding } from '../../../check/rules';
import type { Place } from '../../../check/story';

interface CheckListProps {
  findings: WeighedFinding[];
  /** Goes to the place in the story; none where it cannot be gone to from here. */
  onGo?: (place: Place) => void;
}

/** What the desk check found, what holds the story back first. Each leads to its place. */
export function CheckList({ findings, onGo }: CheckListProps) {
  const sorted = [...findings].sort((a, b) => Number(b.level === 'block') - Number(a.level === 'block'));
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      {sorted.map((finding) => {
        const Icon = finding.level === 'block' ? CircleAlert : TriangleAlert;
        const words = (
          <>
            <Icon
              aria-hidden="true"
              className={`mt-0.5 size-4 shrink-0 ${finding.level === 'block' ? 'text-danger' : 'text-warning'}`}
            />
            <span>
              {finding.level === 'block' && (
                <span className="font-semibold text-danger">Holds it back: </span>
              )}
              {finding.sentence}
            </span>
          </>
        );
        return (
          <li key={`${finding.rule} ${finding.sentence} ${JSON.stringify(finding.place)}`}>
            {onGo ? (
              <button
                type="button"
                onClick={() => onGo(finding.place)}
                className="flex w-full cursor-pointer gap-2 py-2 text-start text-sm hover:bg-sunken pointer-coarse:min-h-11"
              >
                {words}
              </button>
            ) : (
              <p className="flex gap-2 py-2 text-sm">{words}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** How it stands, in a sentence. */
export function checkSentence(findings: WeighedFinding[]): string {
  const blocking = findings.filter(({ level }) => level === 'block').length;
  if (findings.length === 0) return 'The desk check found nothing.';
  const things = findings.length === 1 ? 'one thing' : `${findings.length} things`;
  return blocking === 0
    ? `The desk check found ${things} to look at.`
    : `The desk check found ${things}; ${blocking === findings.length ? 'it holds' : `${blocking} of them ${blocking === 1 ? 'holds' : 'hold'}`} the story back.`;
}
