import { cacheTags } from '@/lib/cache-tags';
import type { Page } from './store';

/** What a render in flight has missed: the tags that moved since it began. */
export interface Watch {
  /** Whether any of these moved since the watch began. */
  missed(tags: Iterable<string>): boolean;
  end(): void;
}

/**
 * Which kept pages used what. A tag that moves turns exactly its pages, found by index and never by a scan; renders
 * under way learn of it too, so that what they read before the move is not kept (a generation for each tag, that lives
 * only as long as somebody may still ask for it).
 */
export class TagIndex {
  private pagesOf = new Map<string, Set<Page>>();
  private watches = new Set<Set<string>>();

  add(page: Page): void {
    for (const tag of page.tags) {
      const pages = this.pagesOf.get(tag);
      if (pages) pages.add(page);
      else this.pagesOf.set(tag, new Set([page]));
    }
  }

  remove(page: Page): void {
    for (const tag of page.tags) {
      const pages = this.pagesOf.get(tag);
      if (pages?.delete(page) && pages.size === 0) this.pagesOf.delete(tag);
    }
  }

  /** Tells renders under way that a tag moved; returns the kept pages that used it. */
  move(tag: string): Page[] {
    for (const moved of this.watches) moved.add(tag);
    return [...(this.pagesOf.get(tag) ?? [])];
  }

  watch(): Watch {
    const moved = new Set<string>();
    this.watches.add(moved);
    return {
      missed: (tags) =>
        moved.size > 0 && (moved.has(cacheTags.site) || [...tags].some((tag) => moved.has(tag))),
      end: () => this.watches.delete(moved),
    };
  }

  /** How many tags are in use. */
  get size(): number {
    return this.pagesOf.size;
  }
}
