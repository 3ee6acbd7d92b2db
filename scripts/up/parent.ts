/**
 * Calls `orphaned` once when npm, who started us, is gone. A SIGTERM to npm (a service manager's stop, a container's)
 * ends its shell, which does not pass it on. Started by hand we are nobody's, and outlive the shell as daemons do.
 */
export function watchParent(orphaned: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    orphaned();
  }, 1_000);
  look.unref();
}
