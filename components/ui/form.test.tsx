import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CheckboxField, RadioField } from './choice-field.client';
import { DateTimeField, SelectField, TextAreaField, TextField } from './text-field.client';

const attribute = (html: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1];

test.each([
  ['text', <TextField key="t" label="Headline" name="title" hint="Short." error="Too long." />],
  ['text area', <TextAreaField key="a" label="Headline" name="title" hint="Short." error="Too long." />],
  ['select', <SelectField key="s" label="Headline" name="title" hint="Short." error="Too long." />],
  ['date', <DateTimeField key="d" label="Headline" name="title" timeZone="Asia/Seoul" error="Too long." />],
  ['checkbox', <CheckboxField key="c" label="Headline" name="title" hint="Short." error="Too long." />],
])('R14 a %s field is tied to its label, its hint and its error', (_kind, field) => {
  const html = renderToStaticMarkup(field);
  const id = attribute(html, 'for');
  expect(html).toContain(`id="${id}"`);
  expect(attribute(html, 'aria-describedby')).toBe(`${id}-hint ${id}-error`);
  expect(html).toMatch(new RegExp(`id="${id}-error"[^>]*>Too long\\.`));
  expect(html).toContain('aria-invalid="true"');
});

test('D8 a time field says in which zone its digits are meant', () => {
  const html = renderToStaticMarkup(
    <DateTimeField label="Goes live" name="at" timeZone="America/New_York" seconds />,
  );
  expect(html).toContain('Time in America/New York.');
  expect(attribute(html, 'step')).toBe('1');
});

test('R14 radio buttons are a group with a name, and one is chosen', () => {
  const options = [
    { value: 'all', label: 'Everybody' },
    { value: 'none', label: 'Nobody' },
  ];
  const html = renderToStaticMarkup(
    <RadioField label="Who is held" name="held" options={options} defaultValue="none" />,
  );
  expect(html).toMatch(/<fieldset[^>]*><legend[^>]*>Who is held<\/legend>/);
  expect(html.match(/<input[^>]*checked=""[^>]*>/g)).toEqual([expect.stringContaining('value="none"')]);
});
