import { pluralise } from './plural';

/** English. A function where a number or a name goes in. */
export const en = {
  site: {
    skipToContent: 'Skip to content',
    backToTop: 'Back to top',
  },
  comments: {
    /** R5 */
    line: (count: number, title: string) =>
      pluralise('en', count, {
        zero: `No comments on ${title}`,
        one: `1 comment on ${title}`,
        other: `{n} comments on ${title}`,
      }),
  },
  newsletter: {},
};
