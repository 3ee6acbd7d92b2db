interface Entry {
  id: string;
  label: string;
  words?: string[];
}
interface Group<E extends Entry> {
  heading: string;
  entries: E[];
}

/**
 * The entries that hold every typed word, in upper or lower case, with or without accents; those whose label begins with
 * the first typed word stand first in their group. Groups without any are left out. All when nothing is typed.
 */
export function entriesFor<E extends Entry, G extends Group<E>>(groups: readonly G[], typed: string): G[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const begins = ({ label }: E) => folded(label).startsWith(words[0] ?? '');
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries
        .filter(({ label, words: others = [] }) => {
          const text = folded([label, ...others].join(' '));
          return words.every((word) => text.includes(word));
        })
        .sort((a, b) => Number(begins(b)) - Number(begins(a))),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** The id of the very first entry; empty when there is none. */
export const firstOf = (groups: readonly Group<Entry>[]): string => groups[0]?.entries[0]?.id ?? '';

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').trim();
