'use client';

import { useRouter } from 'next/navigation';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { wallClock } from '@/lib/zoned-time';
import { whichOf } from '../../../calendar';
import {
  applyArrangementAction,
  bringBackArrangementAction,
  cancelArrangementAction,
  moveArrangementAction,
} from '../../../front-actions';
import type { PlannedChange } from '../../../read/curation';
import { type Answer, ask } from '../ask';
import type { Which } from '../publish/when-field.client';
import { planName } from './arranging';
import { idsOf, type Places } from './placing';

type Plan = Pick<PlannedChange, 'id' | 'version' | 'name' | 'places' | 'effectiveAt'>;

/** What is done to a planned change as a whole. Each gives the sentence of a refusal, or nothing. */
export function usePlanActs({
  now,
  deskHref,
  timeZone,
}: {
  now: Places;
  deskHref: string;
  timeZone: string;
}) {
  const router = useRouter();
  const move = (plan: Plan, seenAt: Date, clock: string, which: Which | undefined) =>
    ask(moveArrangementAction, {
      ...{ arrangementId: plan.id, seenAt: seenAt.toISOString(), wallClock: clock },
      which,
    });
  return {
    async cancel(plan: Plan): Promise<string | undefined> {
      const on = { arrangementId: plan.id, version: plan.version };
      const answer = await ask(cancelArrangementAction, on);
      if (!answer.ok) return answer.sentence;
      sayWithUndo(
        `Cancelled: ${planName(plan)}. The page stays as it is.`,
        () => ask(bringBackArrangementAction, { arrangementId: plan.id }),
        'It is planned again.',
      );
      router.push(deskHref);
    },
    async applyNow(plan: Plan): Promise<string | undefined> {
      const on = { arrangementId: plan.id, version: plan.version, seen: idsOf(now) };
      const answer = await ask(applyArrangementAction, on);
      if (!answer.ok) return answer.sentence;
      router.push(deskHref);
    },
    async move(plan: Plan, clock: string, which: Which | undefined): Promise<Answer<unknown>> {
      const answer = await move(plan, plan.effectiveAt, clock, which);
      if (!answer.ok) return answer;
      const { effectiveAt } = answer.result;
      const [back, backWhich] = [wallClock(plan.effectiveAt, timeZone), whichOf(plan.effectiveAt, timeZone)];
      sayWithUndo(
        `Moved: ${planName(plan)}.`,
        () => move(plan, new Date(effectiveAt), back, backWhich),
        'It is back at its time.',
      );
      return answer;
    },
  };
}
