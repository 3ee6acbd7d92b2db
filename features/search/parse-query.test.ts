import { describe, expect, test } from 'vitest';
import { mostTerms, parseQuery, respell } from './parse-query';

/** Terms as words in brackets where they are phrases. */
const read = (text: string) => {
  const said = ({ words, exact }: { words: string[]; exact: boolean }) =>
    exact ? `[${words.join(' ')}]` : words.join('+');
  const { all, none } = parseQuery(text);
  return [all.map((terms) => terms.map(said).join('|')).join(' '), none.map(said).join(' ')];
};

describe('R8 the query', () => {
  test.each([
    ['harbour strike', 'harbour strike', ''],
    ['"night ferry" tram', '[night ferry] tram', ''],
    ['“night ferry”', '[night ferry]', ''],
    ['« nuit blanche » „Haus“', '[nuit blanche] [haus]', ''],
    ['storm -flood', 'storm', 'flood'],
    ['-"night ferry" harbour', 'harbour', '[night ferry]'],
    ['port OR harbour strike', 'port|harbour strike', ''],
    ['port | harbour || quay', 'port|harbour|quay', ''],
    ['OR port OR', 'port', ''],
    ['or port', 'or port', ''],
    ['Asia-Pacific', 'asia+pacific', ''],
    ['Café ŁÓDŹ Straße', 'cafe lodz strasse', ''],
    ['“open quotation', '[open quotation]', ''],
    ['東京都 選挙', '東京都 選挙', ''],
    ['- " ( ) && ! : * <-> \\ \'', '', ''],
    ['', '', ''],
    ["'; drop table articles; --", 'drop table articles', ''],
    ["harbour:* & !strike | ('a')", 'harbour strike|a', ''],
    ['-only -minus', '', 'only minus'],
  ])('R8 %j asks for %j without %j', (text, all, none) => {
    expect(read(text)).toEqual([all, none]);
  });

  test('R8 no more terms are looked for than anybody means, however much is sent', () => {
    const began = performance.now();
    expect(parseQuery('a '.repeat(5_000)).all).toHaveLength(mostTerms);
    for (const hostile of [
      '"'.repeat(10_000),
      '-'.repeat(10_000),
      '('.repeat(10_000),
      `"${'a'.repeat(10_000)}`,
    ])
      parseQuery(hostile);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('R8 a query is written again with only the wrong words changed', () => {
    const better = new Map([['stromm', 'storm']]);
    expect(respell('"Night Stromm" -stromm OR Tram', better)).toBe('"Night storm" -storm OR Tram');
  });
});
