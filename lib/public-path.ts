/** Longest path that is looked up in the database, in characters: nothing here has a longer one. */
const longestPath = 500;

/**
 * The words of a public path as the database knows them: decoded, small letters, without slashes. Null for a path that
 * cannot be anybody's: broken or hostile encoding, control characters, too long. Next hands parameters out encoded.
 */
export function pathWords(path: string): string[] | null {
  if (path.length > longestPath) return null;
  try {
    const words = path.split('/').filter(Boolean).map(decodeURIComponent);
    return words.some((word) => meaningless.test(word)) ? null : words.map((word) => word.toLowerCase());
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const meaningless = /[\u0000-\u001f\u007f/\\]/;
