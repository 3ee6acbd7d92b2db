import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { expect, test } from '../support/test';

const folder = path.resolve(import.meta.dirname, '../../../shared/testdata/xsd');
const file = (fileName: string) => ({
  fileName,
  contents: readFileSync(path.join(folder, fileName), 'utf8'),
});

/** What libxml2 has to say against a document by the published schemas; empty when it is valid. */
async function faults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'served.xml', contents: xml },
    schema: file('all.xsd'),
    preload: ['sitemap.xsd', 'sitemap-news.xsd', 'sitemap-image.xsd', 'xhtml-link.xsd'].map(file),
  });
  return errors.map(({ message }) => message);
}

test('R10 sitemaps and the news sitemap are valid by their schemas, whatever a headline holds', async ({
  request,
  newsroom,
}) => {
  const { path: address } = await newsroom.story({
    title: 'Gales & <b>“storms”</b> ]]> 🌬️ \u0008 at 5\u00a0%',
  });
  await expect.poll(async () => (await request.get('/sitemap-1.xml')).text()).toContain(address);
  for (const name of ['sitemap-0.xml', 'sitemap-1.xml', 'news-sitemap.xml'])
    expect(await faults(await (await request.get(`/${name}`)).text()), name).toEqual([]);
  // A schema that lets everything pass would prove nothing.
  const broken = (await (await request.get('/news-sitemap.xml')).text()).replace(
    /<news:title>.*?<\/news:title>/,
    '',
  );
  expect(await faults(broken)).not.toEqual([]);
});
