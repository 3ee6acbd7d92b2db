import { comments } from './en/comments';

/** English. A function where a number or a name goes in. */
export const en = {
  site: {
    skipToContent: 'Skip to content',
    backToTop: 'Back to top',
  },
  comments,
  newsletter: {},
};
