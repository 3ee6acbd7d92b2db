import type { PictureName } from './pictures';

/** A picture with the words it has in one story. */
export interface DemoPicture {
  picture: PictureName;
  alt: string;
  caption: string;
  credit: string;
}

/** A story of the demonstration paper. Everything in it is made up. */
export interface DemoStory {
  title: string;
  standfirst: string;
  /** Slugs of sections, the primary one first. */
  sections: string[];
  tags: string[];
  authors: string[];
  hoursAgo: number;
  lead?: DemoPicture;
  figures?: Record<string, DemoPicture>;
  /** Slug of the series that it is a part of. */
  series?: string;
  /** What was owned up to since, with the passage that was wrong. */
  correction?: { text: string; passage: string };
  /** In the small markup of `markup.ts`. */
  body: string;
}
