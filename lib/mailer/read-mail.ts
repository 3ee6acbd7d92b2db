/** A mail of our own as somebody reads it. */
export interface ReadMail {
  /** In the order they stand, decoded. */
  headers: { name: string; value: string }[];
  text: string;
  html: string;
}

/** Takes a mail apart that `composeMail` wrote: two quoted-printable parts. Not for mail from elsewhere. */
export function readMail(raw: Buffer): ReadMail {
  const { headers, body } = partOf(raw.toString('latin1'));
  const boundary = /boundary="([^"]+)"/.exec(headerValue(headers, 'Content-Type'))?.[1];
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1).map(partOf) : [];
  const content = (type: string) => {
    const part = parts.find((one) => headerValue(one.headers, 'Content-Type').startsWith(type));
    return part ? decodeQuotedPrintable(part.body.replace(/\r\n$/, '')) : '';
  };
  return {
    headers: headers.map(({ name, value }) => ({ name, value: decodeWords(value) })),
    text: content('text/plain'),
    html: content('text/html'),
  };
}

export const headerValue = (headers: ReadMail['headers'], name: string): string =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? '';

function partOf(text: string): { headers: ReadMail['headers']; body: string } {
  const whole = text.replace(/^\r\n/, '');
  const end = whole.indexOf('\r\n\r\n');
  const headers = whole
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => ({
      name: line.slice(0, line.indexOf(':')),
      value: line.slice(line.indexOf(':') + 1).trim(),
    }));
  return { headers, body: whole.slice(end + 4) };
}

const decodeQuotedPrintable = (text: string): string =>
  bytesOf(text.replace(/=\r\n/g, '')).replace(/\r\n/g, '\n');

/** RFC 2047, the Q form; a space between two encoded words is not part of the text. */
const decodeWords = (value: string): string =>
  value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, words: string) => bytesOf(words.replaceAll('_', ' ')));

const bytesOf = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
