import type { Named } from './named';

/** Tags whose name holds the letters; none while the server cannot be reached. */
export async function findTags(typed: string): Promise<Named[]> {
  try {
    const response = await fetch(`/api/tags?matching=${encodeURIComponent(typed)}`);
    return response.ok ? ((await response.json()) as Named[]) : [];
  } catch {
    return [];
  }
}
