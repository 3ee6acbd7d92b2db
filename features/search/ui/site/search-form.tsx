import { useId } from 'react';
import type { Messages } from '@/lib/messages';
import { longestQuery } from '../../input';
import type { SearchPage } from '../../read';

interface SearchFormProps {
  page: SearchPage;
  words: Messages['search'];
}

/** A native GET form. The filters lie folded under it, and open when one of them is set. */
export function SearchForm({ page, words }: SearchFormProps) {
  const { request, sections, authors } = page;
  const { q, section, author, from, to, sort } = request;
  const id = useId();
  const narrowed = Boolean(section || author || from || to || sort !== 'best');
  return (
    <search>
      <form action="/search" method="get" className="search-form">
        <label htmlFor={id}>{words.words}</label>
        <div className="field-and-button">
          <input
            id={id}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={longestQuery}
            dir="auto"
            enterKeyHint="search"
            autoCapitalize="none"
          />
          <button type="submit">{words.submit}</button>
        </div>
        <details open={narrowed || undefined}>
          <summary>{words.narrow}</summary>
          <div className="filters">
            <label>
              {words.section}
              <select name="section" defaultValue={section}>
                <option value="">{words.anySection}</option>
                {sections.map(({ id: key, slug, path }) => (
                  <option key={key} value={slug}>
                    {path}
                  </option>
                ))}
              </select>
            </label>
            {(authors.length > 0 || author) && (
              <label>
                {words.author}
                <select name="author" defaultValue={author}>
                  <option value="">{words.anyAuthor}</option>
                  {authors.map(({ slug, name, stories }) => (
                    <option key={slug} value={slug}>
                      {stories > 0 && !author ? words.authorWith(name, stories) : name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label>
              {words.from}
              <input type="date" name="from" defaultValue={from} />
            </label>
            <label>
              {words.to}
              <input type="date" name="to" defaultValue={to} />
            </label>
            <label>
              {words.sort}
              <select name="sort" defaultValue={sort === 'best' ? '' : sort}>
                <option value="">{words.best}</option>
                <option value="newest">{words.newest}</option>
              </select>
            </label>
            <button type="submit">{words.apply}</button>
          </div>
        </details>
        {(q || narrowed) && (
          <a href="/search" className="clear">
            {words.clear}
          </a>
        )}
      </form>
    </search>
  );
}
