import { mentionParts } from '../../../mentions';
import type { Named } from '../panel/named';

/** A note's words, line by line, with those it calls set off. */
export function NoteText({ text, mentions }: { text: string; mentions: Named[] }) {
  return (
    <p className="whitespace-pre-wrap [overflow-wrap:anywhere]" dir="auto">
      {mentionParts(text, mentions).map((part, n) =>
        part.ids.length > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that does not change have no other name
          <strong key={n} className="font-medium text-accent">
            {part.text}
          </strong>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
