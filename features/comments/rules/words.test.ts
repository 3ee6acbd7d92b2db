import { expect, test } from 'vitest';
import { readWordList, wordsOf } from './words';

const find = (lines: string[], text: string) => readWordList(lines).find(wordsOf(text));

test.each<[string, string[], string, string[]]>([
  ['a word', ['casino'], 'The Casino, they say.', ['casino']],
  ['not a part of one', ['cum', 'ass'], 'A cumbersome assessment of documents', []],
  ['a phrase over any space and mark', ['buy now'], 'BUY —\n now!', ['buy now']],
  ['not a phrase with a word between', ['buy now'], 'buy it now', []],
  ['any ending', ['casin*'], 'two casinos', ['casin*']],
  ['a phrase with any ending', ['cheap pill*'], 'Cheap pills here', ['cheap pill*']],
  ['marks and wide letters', ['genie'], 'Ｇénie', ['genie']],
  ['what cannot be seen', ['casino'], 'ca\u200bsi\u00adno', ['casino']],
  ['letters that stand apart', ['viagra'], 'v.i-a g_r a today', ['viagra']],
  ['but no sentence of short words', ['iamok'], 'I a m ok', []],
  ['a script without spaces', ['賭博'], 'ここで賭博をする', ['賭博']],
  ['the shorter of two lines', ['buy', 'buy now'], 'buy now', ['buy']],
  ['each once, in the order of the text', ['b', 'a'], 'a b a b', ['a', 'b']],
  ['nothing of an empty list', [], 'anything', []],
  ['nothing by a line of marks', ['***', ' ', '—'], 'anything * —', []],
])('C3 a list of words finds %s', (_name, lines, text, found) => {
  expect(find(lines, text)).toEqual(found);
});

test('C3 looking words up takes steps in proportion to the text, whatever the list', () => {
  const nested = Array.from(
    { length: 5_000 },
    (_, n) =>
      `${Array(1 + (n % 11))
        .fill('a')
        .join(' ')} x${n}`,
  );
  const list = readWordList([...nested, `${'b'.repeat(39)}*`]);
  const hostile = wordsOf(`${'a '.repeat(20_000)}${'b'.repeat(38)}c${'b'.repeat(50_000)}`);
  let asked = 0;
  const counted = new Proxy(hostile, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) asked++;
      return Reflect.get(target, key, receiver);
    },
  });
  expect(list.find(counted)).toEqual([]);
  expect(asked).toBeLessThanOrEqual(hostile.length * 13);
});
