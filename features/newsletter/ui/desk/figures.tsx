import { Status } from '@/components/ui/badge';
import { Progress } from '@/components/ui/progress';
import { type CampaignState, sumOf, type Tally } from '../../rules';
import { countOf, deliveryLines, figure, readersOf } from './campaign-words';

interface FiguresProps {
  audience: number;
  tally: Tally;
  state: CampaignState;
}

/** N6: every reader of the audience is in exactly one line, at every moment. */
export function Figures({ audience, tally, state }: FiguresProps) {
  const settled = audience - countOf(tally, ['pending', 'claimed', 'submitting']);
  const adds = sumOf(tally) === audience;
  return (
    <section aria-labelledby="figures" className="space-y-3">
      <h2 id="figures" className="sr-only">
        Numbers
      </h2>
      {(state === 'sending' || state === 'paused') && (
        <>
          <Progress label="Readers who are settled" value={settled} max={Math.max(1, audience)} />
          <p role="status" className="text-muted text-xs">
            {figure(settled)} of {readersOf(audience)} settled
          </p>
        </>
      )}
      <dl className="divide-y divide-rule border-rule border-y">
        {deliveryLines
          .map((line) => ({ ...line, n: countOf(tally, line.states) }))
          .filter(({ n, states }) => n > 0 || states.includes('sent'))
          .map(({ label, hint, tone, n }) => (
            <div key={label} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 px-2 py-2">
              <dt>
                <Status tone={tone}>{label}</Status>
                <span className="block ps-4 text-muted text-xs">{hint}</span>
              </dt>
              <dd className="text-base tabular-nums">{figure(n)}</dd>
            </div>
          ))}
        <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 px-2 py-2 font-semibold">
          <dt>{adds ? 'All together, the whole audience' : 'All together'}</dt>
          <dd className="text-base tabular-nums">{figure(sumOf(tally))}</dd>
        </div>
      </dl>
    </section>
  );
}
