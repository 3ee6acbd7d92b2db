/** How long a note may be, in characters. */
export const maxNoteLength = 4_000;

/** Somebody who may be named. */
export interface Mentionable {
  id: number;
  name: string;
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/**
 * Who is named by `@` in a text, in any capitals. The longest name wins (`@Ida Wells-Barnett` does not name Ida Wells), and
 * a name ends where its last word does. Of several with one name those in `chosenIds` are meant, all when none is.
 */
export function mentionedIn(
  text: string,
  people: readonly Mentionable[],
  chosenIds: readonly number[] = [],
): Mentionable[] {
  const ids = new Set(mentionParts(text, people).flatMap((part) => part.ids));
  const named = people.filter(({ id }) => ids.has(id));
  return named.filter((person) => {
    const namesakes = named.filter(({ name }) => sameName(name, person.name));
    return chosenIds.includes(person.id) || !namesakes.some(({ id }) => chosenIds.includes(id));
  });
}

/** A text in parts, in order: those with ids name somebody, with the `@`. */
export function mentionParts(
  text: string,
  people: readonly Mentionable[],
): { text: string; ids: number[] }[] {
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  const parts: { text: string; ids: number[] }[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = startsWord(text, at) && names.find((each) => isNamedAt(text, at + 1, each));
    if (!name) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), ids: [] });
    const end = at + 1 + name.length;
    parts.push({
      text: text.slice(at, end),
      ids: people.filter((person) => sameName(person.name, name)).map(({ id }) => id),
    });
    plainFrom = end;
    at = end - 1;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), ids: [] });
  return parts;
}

/** The letters of a name that are being typed before the caret, after an `@` that begins a word; null when there are none. */
export function mentionTyped(beforeCaret: string): string | null {
  const at = beforeCaret.lastIndexOf('@');
  if (at === -1 || !startsWord(beforeCaret, at)) return null;
  const typed = beforeCaret.slice(at + 1);
  return typed.length <= 40 && !typed.includes('\n') && typed.split(' ').length <= 4 ? typed : null;
}

/** An address is no mention: `name@paper.example`. */
const startsWord = (text: string, at: number): boolean => at === 0 || !wordCharacter.test(text[at - 1] ?? '');

const isNamedAt = (text: string, at: number, name: string): boolean =>
  sameName(text.slice(at, at + name.length), name) && !wordCharacter.test(text[at + name.length] ?? '');

const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();
