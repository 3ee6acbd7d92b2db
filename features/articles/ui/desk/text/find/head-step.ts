import type { Node } from '@tiptap/pm/model';
import { Step, StepMap, StepResult } from '@tiptap/pm/transform';

/** The words that stand beside the text: fields of their own, not part of the document. */
export interface Head {
  title: string;
  standfirst: string;
}
export type HeadField = keyof Head;
export const fieldNames = { title: 'headline', standfirst: 'standfirst' } as const satisfies Head;
export const headFields = ['title', 'standfirst'] as const satisfies HeadField[];

/**
 * A change of the headline or the standfirst as a step of the text's history: it changes nothing in the document, but is
 * undone and redone with what was changed there in the same act. Whoever holds the fields applies it by `headAfter`.
 */
export class HeadStep extends Step {
  constructor(
    readonly field: HeadField,
    readonly before: string,
    readonly after: string,
  ) {
    super();
  }
  apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }
  override getMap(): StepMap {
    return StepMap.empty;
  }
  invert(): HeadStep {
    return new HeadStep(this.field, this.after, this.before);
  }
  map(): HeadStep {
    return this;
  }
  toJSON(): object {
    return { stepType: 'head', field: this.field, before: this.before, after: this.after };
  }
}

/** The head once these steps are done. A field that says something else by now stays as it is and is named in `kept`. */
export function headAfter(head: Head, steps: readonly Step[]): { head: Head; kept: HeadField[] } {
  const after = { ...head };
  const kept: HeadField[] = [];
  for (const step of steps) {
    if (!(step instanceof HeadStep)) continue;
    if (after[step.field] === step.before) after[step.field] = step.after;
    else kept.push(step.field);
  }
  return { head: after, kept };
}
