import { type ReactNode, useId } from 'react';
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
            <Choice label={words.section} name="section" value={section}>
              <option value="">{words.anySection}</option>
              {sections.map((shelf) => (
                <option key={shelf.id} value={shelf.slug}>
                  {shelf.path}
                </option>
              ))}
            </Choice>
            {(authors.length > 0 || author) && (
              <Choice label={words.author} name="author" value={author}>
                <option value="">{words.anyAuthor}</option>
                {authors.map(({ slug, name, stories }) => (
                  <option key={slug} value={slug}>
                    {stories > 0 && !author ? words.authorWith(name, stories) : name}
                  </option>
                ))}
              </Choice>
            )}
            <Day label={words.from} name="from" value={from} />
            <Day label={words.to} name="to" value={to} />
            <Choice label={words.sort} name="sort" value={sort === 'best' ? '' : sort}>
              <option value="">{words.best}</option>
              <option value="newest">{words.newest}</option>
            </Choice>
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

interface FilterProps {
  label: string;
  name: string;
  value: string;
}

function Choice({ label, name, value, children }: FilterProps & { children: ReactNode }) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value}>
        {children}
      </select>
    </p>
  );
}

function Day({ label, name, value }: FilterProps) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" name={name} defaultValue={value} />
    </p>
  );
}
