/** The longest line of quoted-printable, its soft break included (RFC 2045, 6.7). */
const lineLength = 76;
const softBreak = '=\r\n';

/**
 * Text as quoted-printable in UTF-8 (RFC 2045, 6.7). Spaces that a relay might strip or fold together are written out,
 * so the result is in the relaxed form of RFC 6376 (3.4.4) as it stands.
 */
export function quotedPrintable(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines.map(quotedLine).join('\r\n');
}

function quotedLine(line: string): string {
  let out = '';
  let length = 0;
  const bytes = Buffer.from(line);
  for (let at = 0; at < bytes.length; at++) {
    const sign = quotedByte(bytes, at);
    if (length + sign.length > lineLength - 1) {
      out += softBreak;
      length = 0;
    }
    out += sign;
    length += sign.length;
  }
  return out;
}

function quotedByte(bytes: Buffer, at: number): string {
  const byte = bytes[at] ?? 0;
  const plain = byte > 0x20 && byte < 0x7f && byte !== 0x3d;
  if (plain) return String.fromCharCode(byte);
  if (byte === 0x20 && at > 0 && at < bytes.length - 1 && bytes[at - 1] !== 0x20) return ' ';
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * A body written once and then filled in for each reader: what stands between the slots is encoded already. `slots` are
 * words of `text` that stand for something else each time.
 */
export function slottedBody(text: string, slots: string[]): (fills: ReadonlyMap<string, string>) => string {
  const marks = slots.map((slot) => slot.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const parts = slots.length > 0 ? text.split(new RegExp(`(${marks.join('|')})`)) : [text];
  const encoded = parts.map((part, n) => (n % 2 === 0 ? quotedPrintable(part) : part));
  return (fills) =>
    encoded
      .map((part, n) => (n % 2 === 0 ? part : softBreak + quotedPrintable(fills.get(part) ?? '') + softBreak))
      .join('');
}

/** One header, folded at spaces so that no line is longer than it need be (RFC 5322, 2.2.3). */
export function header(name: string, value: string): string {
  let line = `${name}:`;
  const lines: string[] = [];
  for (const word of value.split(' ')) {
    if (line.length + 1 + word.length > lineLength && line !== `${name}:`) {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\r\n');
}
