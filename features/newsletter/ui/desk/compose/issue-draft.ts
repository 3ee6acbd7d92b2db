import type { RichText } from '@/lib/rich-text/document';
import type { ChoosableStory } from '../../../queries';

/** What is typed and chosen on the page that composes an issue. */
export interface IssueDraft {
  listId: number;
  subject: string;
  previewText: string;
  intro: RichText | null;
  stories: ChoosableStory[];
}
