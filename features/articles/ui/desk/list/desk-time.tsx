/** An instant as the desk shows it in lists: in the paper's zone, without what goes without saying. */
export function DeskTime({
  at,
  timeZone,
  seconds = false,
}: {
  at: Date;
  timeZone: string;
  seconds?: boolean;
}) {
  const text = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: new Date().getUTCFullYear() === at.getUTCFullYear() ? undefined : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
    timeZone,
  }).format(at);
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {text}
    </time>
  );
}
