/** Where the shelves of the paper stand. An article's own address is `articleAddress` in features/articles/rules. */
export const sectionAddress = (slug: string): string => `/${slug}`;
export const tagAddress = (slug: string): string => `/tag/${slug}`;
export const seriesAddress = (slug: string): string => `/series/${slug}`;
export const authorAddress = (slug: string): string => `/author/${slug}`;
/** The month's archive: `/archive/2024/09`. */
export const archiveAddress = (year: number, month: number): string =>
  `/archive/${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}`;
