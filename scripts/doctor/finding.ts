/** One thing that was looked at. `wrong` keeps the newsroom from working, `warn` will one day, or is a loose end. */
export interface Finding {
  name: string;
  state: 'ok' | 'warn' | 'wrong';
  /** What was found, and what to do about it. */
  says: string;
}

export const ok = (name: string, says: string): Finding => ({ name, state: 'ok', says });
export const warn = (name: string, says: string): Finding => ({ name, state: 'warn', says });
export const wrong = (name: string, says: string): Finding => ({ name, state: 'wrong', says });
