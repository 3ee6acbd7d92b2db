/** Mean silent reading speed of English non-fiction, in words a minute. Source: Brysbaert 2019, 238 wpm. */
export const wordsPerMinute = 238;

/** Minutes to read so many words, rounded up, never less than one (R3). */
export const readingMinutes = (words: number): number => Math.max(1, Math.ceil(words / wordsPerMinute));
