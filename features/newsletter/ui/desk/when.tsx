/** An instant in the paper's zone: "3 Nov 2026, 14:05". */
export function When({ at, timeZone }: { at: Date; timeZone: string }) {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return <time dateTime={at.toISOString()}>{words.format(at)}</time>;
}
