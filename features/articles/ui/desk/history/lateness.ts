/** How late something came, as people say it. */
export function latenessWords(ms: number): string {
  if (ms < 1000) return 'on time';
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'} late`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} minutes late`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours late` : `${Math.round(hours / 24)} days late`;
}
