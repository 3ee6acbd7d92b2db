'use client';

import { wallClock } from '@/lib/zoned-time';
import { whichOf } from '../../../calendar';
import { changeArrangementAction, curatePageAction, planArrangementAction } from '../../../front-actions';
import type { Curation } from '../../../read/curation';
import { ask } from '../ask';
import { idsOf, type Places } from './placing';
import type { PlanWish } from './plan-dialog.client';

/** How what is arranged reaches the server: for readers at once, as a new plan, or into the plan that is open. */
export function useSending({ page, opened, timeZone }: Pick<Curation, 'page' | 'opened' | 'timeZone'>) {
  const change = (places: Places, wish: PlanWish) =>
    opened
      ? ask(changeArrangementAction, {
          ...{ arrangementId: opened.id, version: opened.version, places: idsOf(places) },
          ...wish,
        })
      : ask(planArrangementAction, { page, places: idsOf(places), ...wish });
  return {
    save: (places: Places, seen: Places) =>
      opened
        ? change(places, {
            name: opened.name,
            wallClock: wallClock(opened.effectiveAt, timeZone),
            which: whichOf(opened.effectiveAt, timeZone),
            seen: idsOf(opened.before),
          })
        : ask(curatePageAction, { page, places: idsOf(places), seen: idsOf(seen) }),
    /** At another time, or for the first time. */
    plan: change,
  };
}
