import { benchNewsletter } from '/work/main/scripts/bench/newsletter';

await benchNewsletter();
