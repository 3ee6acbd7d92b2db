import { describe, expect, test } from 'vitest';
import { type ExcerptPart, excerpt, marked, type Sought } from './excerpt';

const seek = (words: string[], runs: string[] = []): Sought => ({ words: new Set(words), runs });
const written = (parts: ExcerptPart[] | null) =>
  parts?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('') ?? null;

describe('R8 excerpts', () => {
  test('R8 mark words as they were written, whatever accents, capitals and apostrophes', () => {
    expect(written(marked('Café’s owner met THE CAFE crowd', seek(['cafe'])))).toBe(
      '[Café’s] owner met THE [CAFE] crowd',
    );
    expect(written(marked('the decafe', seek(['cafe'])))).toBe('the decafe');
    expect(written(marked('Asia-Pacific', seek(['asia', 'pacific'])))).toBe('[Asia]-[Pacific]');
    expect(written(marked('قالت المدينةُ', seek(['المدينه'])))).toBe('قالت [المدينةُ]');
    expect(written(marked('東京都庁で', seek([], ['京都'])))).toBe('東[京都]庁で');
  });

  test('R8 come from where most of the words stand, cut between words', () => {
    const far = `${'One storm far away. '.repeat(20)}Then a storm broke the harbour wall. ${'And so on. '.repeat(30)}`;
    const found = written(excerpt(far, seek(['storm', 'harbour']), 120));
    expect(found).toMatch(/^… .*a \[storm\] broke the \[harbour\] wall\..* …$/);
    expect(found?.length).toBeLessThan(160);
    expect(excerpt(far, seek(['absent']))).toBeNull();
    expect(written(excerpt('A storm.', seek(['storm'])))).toBe('A [storm].');
    expect(written(excerpt(`${'字'.repeat(400)}東京${'字'.repeat(400)}`, seek([], ['東京']), 60))).toMatch(
      /^… 字+\[東京\]字+ …$/,
    );
  });

  test('R8 are text: markup in a story stays what it is', () => {
    const parts = marked('<script>alert(1)</script> storm', seek(['storm', 'script']));
    expect(parts.map(({ text }) => text).join('')).toBe('<script>alert(1)</script> storm');
  });

  test('R8 nothing that is sent takes long', () => {
    const began = performance.now();
    for (const text of ['a '.repeat(15_000), '<'.repeat(30_000), 'x'.repeat(30_000), '東'.repeat(30_000)])
      excerpt(text, seek(['a', 'x'], ['東']));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
