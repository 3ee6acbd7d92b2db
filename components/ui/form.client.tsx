'use client';

import {
  createContext,
  type FormHTMLAttributes,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Button, type ButtonProps } from './button';
import { classNames } from './class-names';
import type { FormAnswer } from './form-answer';
import { Notice } from './notice';
import { reach } from './reaching';

export type FormAction<R> = (before: FormAnswer<R>, sent: FormData) => Promise<FormAnswer<R>>;

interface FormSurroundings {
  answer: FormAnswer<unknown>;
  pending: boolean;
}

const Surroundings = createContext<FormSurroundings>({ answer: { status: 'idle' }, pending: false });

/** The last answer to the form around, and whether one is awaited. Outside a form: idle. */
export const useForm = (): FormSurroundings => useContext(Surroundings);

export interface ActionFormProps<R>
  extends Omit<FormHTMLAttributes<HTMLFormElement>, 'action' | 'children' | 'onSubmit'> {
  /** Made by `action()` in features/<subject>/actions. */
  action: FormAction<R>;
  /** Said under the form once it is done, for as long as the page stands: "Saved." */
  doneSentence?: string;
  /** For client parts: runs once for each answer that is done. */
  onDone?: (result: R) => void;
  /** Empties the form when done, for a form that adds one more. */
  clearWhenDone?: boolean;
  children: ReactNode;
}

/**
 * A native form on a server action. Fields inside it show the refusal beside themselves and keep what was typed, also
 * when the server cannot be reached; the first faulty one gets focus, and the sentence is read out. Works before scripts
 * have come, too.
 */
export function ActionForm<R>({
  action,
  doneSentence,
  onDone,
  clearWhenDone = false,
  className,
  children,
  ...rest
}: ActionFormProps<R>) {
  // What was sent before scripts had come is answered with the page; everything after is asked for by `reach`.
  const [first, sendNatively] = useActionState<FormAnswer<R>, FormData>(action, { status: 'idle' });
  const [answer, setAnswer] = useState(first);
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const tell = useRef(onDone);
  tell.current = onDone;

  useEffect(() => {
    if (answer.status === 'refused') {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
    if (answer.status === 'done') {
      if (clearWhenDone) form.current?.reset();
      tell.current?.(answer.result);
    }
  }, [answer, clearWhenDone]);

  return (
    <form
      {...rest}
      ref={form}
      action={sendNatively}
      noValidate
      // Sent by hand, because React empties a form that it sends itself: on a refusal what was typed must stand.
      onSubmit={(event) => {
        event.preventDefault();
        if (pending) return;
        const { submitter } = event.nativeEvent as SubmitEvent;
        const sent = new FormData(event.currentTarget, submitter);
        startTransition(async () => {
          const answered = await reach(action({ status: 'idle' }, sent));
          startTransition(() => setAnswer(answered));
        });
      }}
      className={classNames('space-y-5', className)}
    >
      <Surroundings value={{ answer, pending }}>
        {answer.status === 'refused' && (
          <Notice tone="danger" announce="alert">
            {answer.sentence}
          </Notice>
        )}
        {children}
        <div role="status" className="empty:hidden">
          {answer.status === 'done' && doneSentence && !pending && (
            <p className="text-sm text-success">{doneSentence}</p>
          )}
        </div>
      </Surroundings>
    </form>
  );
}

/** Sends the form around it, and shows while that takes. */
export function SubmitButton({
  variant = 'primary',
  children,
  ...rest
}: Omit<ButtonProps, 'type' | 'loading'>) {
  const { pending } = useForm();
  return (
    <Button {...rest} variant={variant} type="submit" loading={pending}>
      {children}
    </Button>
  );
}

/** The row of buttons that ends a form: the main one first in reading order. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 pt-1">{children}</div>;
}
