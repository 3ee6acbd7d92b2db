import type { Verbs } from '@/scripts/command-line';
import { loadDemo } from '@/scripts/demo/load';

export const verbs: Verbs = {
  load: {
    usage: '',
    does: 'fill the paper with ten made-up stories, pictures, comments and a newsletter; a second run changes nothing',
    async run({ ctx }) {
      const { sentence, ...made } = await loadDemo(ctx);
      return { lines: [sentence], data: made };
    },
  },
};
