/** An instant: `text` for people, in the site's zone and words, `iso` with the offset for machines. */
export interface ShownInstant {
  iso: string;
  text: string;
}

export const Timestamp = ({ at }: { at: ShownInstant }) => <time dateTime={at.iso}>{at.text}</time>;
