/** How many stories one act reaches at once; more are a job. */
export const mostAtOnce = 200;
