import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import sharp from 'sharp';
import { validateXML } from 'xmllint-wasm';
import { uploadPicture } from '@/features/media/commands';
import { newsUrlset } from '@/features/syndication/sitemaps';
import type { Newsroom } from '../support/newsroom';
import { expect, test } from '../support/test';

const folder = path.resolve(import.meta.dirname, '../../../shared/testdata/xsd');
const file = (fileName: string) => ({
  fileName,
  contents: readFileSync(path.join(folder, fileName), 'utf8'),
});

/** The schema of an index of sitemaps, which has a document of its own. Source: sitemaps.org, siteindex.xsd of 2008-03-26. */
const indexSchema = {
  fileName: 'siteindex.xsd',
  contents: `<?xml version="1.0" encoding="UTF-8"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xsd:element name="sitemapindex"><xsd:complexType><xsd:sequence>
    <xsd:element name="sitemap" maxOccurs="unbounded"><xsd:complexType><xsd:all>
      <xsd:element name="loc"><xsd:simpleType><xsd:restriction base="xsd:anyURI">
        <xsd:minLength value="12"/><xsd:maxLength value="2048"/>
      </xsd:restriction></xsd:simpleType></xsd:element>
      <xsd:element name="lastmod" minOccurs="0"><xsd:simpleType>
        <xsd:union memberTypes="xsd:date xsd:dateTime"/>
      </xsd:simpleType></xsd:element>
    </xsd:all></xsd:complexType></xsd:element>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>`,
};

/** What libxml2 has to say against a document by the published schemas; empty when it is valid. */
async function faults(xml: string, isIndex = false): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'served.xml', contents: xml },
    schema: isIndex ? indexSchema : file('all.xsd'),
    preload: ['sitemap.xsd', 'sitemap-news.xsd', 'sitemap-image.xsd', 'xhtml-link.xsd'].map(file),
  });
  return errors.map(({ message }) => message);
}

const textOf = async (request: APIRequestContext, address: string) => (await request.get(address)).text();

/** A story with a lead picture, whose headline is as bad as they come. */
async function worstStory(newsroom: Newsroom) {
  const bytes = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#4a6670' } })
    .jpeg()
    .toBuffer();
  const { id: leadMediaId } = await uploadPicture(newsroom.ctx, { bytes, filename: 'gale.jpg' });
  return newsroom.story({ title: 'Gales & <b>“storms”</b> ]]> 🌬️ \u0008 at 5\u00a0%', leadMediaId });
}

test('R10 the index and every sitemap it names are valid by their schemas, pictures and news too', async ({
  request,
  newsroom,
}) => {
  const { path: address } = await worstStory(newsroom);
  await expect.poll(() => textOf(request, '/sitemap-1.xml')).toContain(address);
  const index = await textOf(request, '/sitemap.xml');
  expect(await faults(index, true)).toEqual([]);
  const parts = [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(await faults(await textOf(request, part)), part).toEqual([]);
  expect(await textOf(request, '/sitemap-1.xml')).toMatch(
    /<image:image><image:loc>[^<]+\/1280\.jpeg<\/image:loc>/,
  );
  const news = await textOf(request, '/news-sitemap.xml');
  expect(news).toContain('<news:title>Gales &amp; &lt;b&gt;');
  expect(await faults(news)).toEqual([]);

  const robots = await textOf(request, '/robots.txt');
  for (const [, named = ''] of robots.matchAll(/^Sitemap: (.+)$/gm))
    expect((await request.get(named)).status(), named).toBe(200);
});

test('R10 the schemas notice what is planted', async ({ request, newsroom }) => {
  const { path: address } = await worstStory(newsroom);
  await expect.poll(() => textOf(request, '/news-sitemap.xml')).toContain(address);
  const [index, part, news] = await Promise.all(
    ['/sitemap.xml', '/sitemap-1.xml', '/news-sitemap.xml'].map((each) => textOf(request, each)),
  );
  const planted: [string | undefined, RegExp, string, boolean?][] = [
    [index, /<loc>[^<]*<\/loc>/, '', true],
    [index, /<lastmod>[^<]*/, '<lastmod>yesterday', true],
    [part, /<lastmod>[^<]*/, '<lastmod>25 Nov 2026'],
    [part, /<image:loc>[^<]*<\/image:loc>/, ''],
    [part, /<url><loc>/, '<url><image:loc>x</image:loc><loc>'],
    [news, /<news:title>.*?<\/news:title>/, ''],
    [news, /<news:publication_date>[^<]*/, '<news:publication_date>today'],
  ];
  for (const [xml = '', find, put, isIndex] of planted) {
    expect(xml).toMatch(find);
    expect(await faults(xml.replace(find, put), isIndex), String(find)).not.toEqual([]);
  }
});

test('R10 a news sitemap without news is valid too', async () => {
  const paper = { name: 'Gales', language: 'en', timeZone: 'UTC', origin: 'https://paper.example' };
  expect(await faults(newsUrlset([], paper))).toEqual([]);
});
