import { comments } from './en/comments';
import { newsletter } from './en/newsletter';
import { paper } from './en/paper';
import { press } from './en/press';
import { search } from './en/search';
import { shell } from './en/shell';

/** English. A function where a number or a name goes in. */
export const en = {
  comments,
  paper,
  press,
  search,
  shell,
  newsletter,
};
