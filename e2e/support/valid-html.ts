import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // How React writes what HTML leaves free.
      'doctype-style': 'off',
      'void-style': 'off',
      'attr-case': 'off',
      'attribute-empty-style': 'off',
      'attribute-boolean-style': 'off',
      'valid-id': ['error', { relaxed: true }],
      // Boxes of one list share a name; that is how a form sends a list.
      'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'submit', 'button'] }],
      // Our own files, from our own address.
      'require-sri': 'off',
      // A headline is as long as its editor wants it.
      'long-title': 'off',
    },
  }),
);

/** What is wrong with a page by the HTML standard, its ids, headings and landmarks; empty when nothing is. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`),
  );
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  return headings === 1 ? faults : [...faults, `${headings} h1`];
}
