/** Something that can be chosen: a section, an author, a tag. */
export interface Named {
  id: number;
  name: string;
}

/** A section with the word it has in addresses. */
export interface Shelf extends Named {
  slug: string;
}
