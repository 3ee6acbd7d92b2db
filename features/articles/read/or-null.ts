import { isRefusal } from '@/lib/errors';

/** For pages, what one may not see does not exist. */
export async function orNull<T>(found: Promise<T | null>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (isRefusal(error) && error.code === 'forbidden') return null;
    throw error;
  }
}
