import { z } from 'zod';
import type { Ctx } from '@/db/context';
import { listAuthors, listSections } from '@/features/taxonomy/queries';
import { authorise, may } from '@/features/users/rules';
import { line } from '@/lib/shapes';
import { listArticlesInput } from '../list-input';
import { listArticles } from '../queries/desk';
import { listColleagues } from '../queries/people';
import type { ArticleState } from '../rules';

export const findAtDeskInput = z.object({ words: line(200).default('') });

/** An entry of the command palette: where it leads, and a word on what it is. */
export interface FoundAtDesk {
  id: string;
  label: string;
  hint: string;
  href: string;
}

const stateWords = {
  draft: 'draft',
  in_review: 'in review',
  approved: 'approved',
  scheduled: 'scheduled',
  live: 'live',
  withdrawn: 'withdrawn',
  killed: 'killed',
  trashed: 'in the trash',
} as const satisfies Record<ArticleState, string>;

const [mostStories, mostOthers] = [8, 4];

/**
 * What the palette finds (D17): stories by words of headline and text, the last saved first, in groups with sections,
 * people and bylines whose names hold what was typed. Without words the stories last saved. Of what the actor may see.
 */
export async function findAtDesk(
  ctx: Ctx,
  { words }: z.output<typeof findAtDeskInput>,
): Promise<{ heading: string; entries: FoundAtDesk[] }[]> {
  authorise(ctx.actor, 'read-desk');
  const [stories, sections, colleagues, authors] = await Promise.all([
    listArticles(ctx, listArticlesInput.parse({ text: words })),
    words ? listSections(ctx) : [],
    words ? listColleagues(ctx) : [],
    words ? listAuthors(ctx) : [],
  ]);
  const named = <T extends { name: string }>(list: T[]) =>
    list.filter(({ name }) => holds(name, words)).slice(0, mostOthers);
  const groups = [
    {
      heading: words ? 'Stories' : 'Last saved',
      entries: stories.lines.slice(0, mostStories).map(({ id, title, state, section }) => ({
        id: `story-${id}`,
        label: title || 'Untitled story',
        hint: [stateWords[state], section].filter(Boolean).join(', '),
        href: `/admin/articles/${id}`,
      })),
    },
    {
      heading: 'Stories of',
      entries: [
        ...named(sections).map(({ id, name }) => found(`section-${id}`, name, 'section', `section=${id}`)),
        ...named(authors).map(({ id, name }) => found(`author-${id}`, name, 'byline', `author=${id}`)),
        ...named(colleagues).map(({ id, name }) => found(`person-${id}`, name, 'given to', `assignee=${id}`)),
      ],
    },
    {
      heading: 'Settings of',
      entries: may(ctx.actor, 'edit-taxonomy')
        ? named(sections).map(({ id, name }) => ({
            id: `edit-section-${id}`,
            label: name,
            hint: 'section',
            href: `/admin/sections/${id}`,
          }))
        : [],
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

const found = (id: string, label: string, hint: string, query: string): FoundAtDesk => ({
  id,
  label,
  hint,
  href: `/admin/articles?${query}`,
});

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const holds = (name: string, words: string): boolean =>
  folded(words)
    .split(' ')
    .every((word) => folded(name).includes(word));
