import { comments } from './en/comments';
import { newsletter } from './en/newsletter';
import { press } from './en/press';
import { shell } from './en/shell';

/** English. A function where a number or a name goes in. */
export const en = {
  site: {
    skipToContent: 'Skip to content',
    backToTop: 'Back to top',
  },
  comments,
  press,
  shell,
  newsletter,
};
