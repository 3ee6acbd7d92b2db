/** How much of a known amount is done; without `value` it only says that something goes on. */
export function Progress({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={max}
      className="block h-1 w-full appearance-none overflow-hidden rounded-full bg-rule accent-fill [&::-moz-progress-bar]:bg-fill [&::-webkit-progress-bar]:bg-rule [&::-webkit-progress-value]:bg-fill [&::-webkit-progress-value]:transition-[width]"
    />
  );
}
