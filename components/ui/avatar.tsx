/** Up to two first letters of a name, by grapheme: `Ida B. Wells` gives `IW`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => [...new Intl.Segmenter().segment(word ?? '')][0]?.segment ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** A person as initials. Decoration beside a written name; alone it needs `alone`, which gives it the name. */
export function Avatar({ name, alone = false }: { name: string; alone?: boolean }) {
  return (
    <span
      {...(alone ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      className="inline-grid size-6 shrink-0 place-items-center rounded-full border border-rule bg-sunken font-medium text-[0.625rem] text-soft"
    >
      {initialsOf(name)}
    </span>
  );
}
