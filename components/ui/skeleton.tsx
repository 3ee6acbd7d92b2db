import { classNames } from './class-names';

/** Where something will stand once it is loaded: of the same height, so that nothing jumps. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'block animate-pulse rounded-sm bg-sunken motion-reduce:animate-none forced-colors:border',
        className,
      )}
    />
  );
}

/** Lines of text to come; says so once to screen readers. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span role="status" className="block space-y-2">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
        <Skeleton key={line} className={line === lines - 1 ? 'h-4 w-2/3' : 'h-4 w-full'} />
      ))}
    </span>
  );
}
