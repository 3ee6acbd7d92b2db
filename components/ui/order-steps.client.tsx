'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from './button';
import { ActionForm, type FormAction, useForm } from './form.client';

interface OrderStepsProps<R> {
  /** Is sent `values` and `beforeId`, the entry that it then stands before: empty at the end. */
  action: FormAction<R>;
  values: Record<string, string | number>;
  name: string;
  id: number;
  /** Those it changes places with, itself among them, in their order. */
  ids: number[];
}

/** One step up or down in an order that the server keeps; works before scripts have come, too. */
export const OrderSteps = <R,>({ action, values, ...entry }: OrderStepsProps<R>) => (
  <ActionForm action={action} className="space-y-0!">
    {Object.entries(values).map(([field, value]) => (
      <input key={field} type="hidden" name={field} value={value} />
    ))}
    <Steps {...entry} />
  </ActionForm>
);

type Way = 'up' | 'down';

function Steps({ name, id, ids }: Pick<OrderStepsProps<never>, 'name' | 'id' | 'ids'>) {
  const at = ids.indexOf(id);
  const buttons = { up: useRef<HTMLButtonElement>(null), down: useRef<HTMLButtonElement>(null) };
  const possible = { up: at > 0, down: at < ids.length - 1 };
  const pressed = useRef<Way | null>(null);
  const [said, setSaid] = useState('');
  const { pending } = useForm();

  // It stands in its new place: the hand goes on from there, and at an end, where one button is off, from the other.
  useMoved(at, () => {
    const way = pressed.current;
    if (way === null) return;
    pressed.current = null;
    const back = way === 'up' ? 'down' : 'up';
    buttons[possible[way] ? way : back].current?.focus();
    setSaid(`${name}: now ${at + 1} of ${ids.length}.`);
  });

  const step = (way: Way, before: number | undefined) => (
    <IconButton
      ref={buttons[way]}
      type="submit"
      name="beforeId"
      value={before ?? ''}
      label={`Move ${name} ${way}`}
      size="small"
      icon={way === 'up' ? <ArrowUp /> : <ArrowDown />}
      disabled={!possible[way]}
      aria-busy={pending && pressed.current === way}
      onClick={() => {
        pressed.current = way;
      }}
    />
  );
  return (
    <div className="flex gap-1">
      {step('up', ids[at - 1])}
      {step('down', ids[at + 2])}
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

/** Calls back when an entry has come to another place. */
function useMoved(at: number, tell: () => void): void {
  const before = useRef(at);
  const told = useRef(tell);
  told.current = tell;
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    told.current();
  }, [at]);
}
