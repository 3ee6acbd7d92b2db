import { cleanText } from '@/lib/clean-text';
import { escapeHtml } from '@/lib/html';

/** A finished piece of XML, so that text cannot be taken for it. */
export interface Xml {
  xml: string;
}
type Content = Xml | string | number | null | undefined | false | Content[];
type Attributes = Record<string, string | number | undefined>;

/**
 * An element; nothing at all when `content` is null, undefined or false. Text and attributes are escaped and rid of the
 * characters XML 1.0 forbids (section 2.2), wherever they came from.
 */
export function element(name: string, content: Content, attributes: Attributes = {}): Xml {
  if (content === null || content === undefined || content === false) return { xml: '' };
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const head = [name, ...given.map(([key, value]) => `${key}="${text(String(value))}"`)].join(' ');
  const inner = written(content);
  return { xml: inner === '' ? `<${head}/>` : `<${head}>${inner}</${name}>` };
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;

function written(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (Array.isArray(content)) return content.map(written).join('');
  return typeof content === 'object' ? content.xml : text(String(content));
}

const text = (plain: string): string => escapeHtml(cleanText(plain));
