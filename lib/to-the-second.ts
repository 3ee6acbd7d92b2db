/** Instants in the paper's zone, to the second, for that is how they are planned: "Mon, 4 May 2026, 06:30:00 CEST". */
export const toTheSecond = (timeZone: string): ((at: Date) => string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return (at) => format.format(at);
};
