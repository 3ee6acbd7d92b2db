import { fileAddress, fileTypes, isFileExtension, lengthInWords, sizeInWords } from '@/lib/files';
import { apart, type Part, type PartParts, partField } from './part-field';

/** A document, sound or film in the text: what it is, its player, and its words for this story. */
export function fileView(part: Part): PartParts {
  const fields = [
    partField(part, { attr: 'title', label: 'Title', maxLength: 1000 }),
    partField(part, { attr: 'caption', label: 'Caption' }),
    partField(part, { attr: 'credit', label: 'Credit', maxLength: 500 }),
  ];
  const kind = apart('p', 'embed-kind');
  const { extension, hash, bytes, seconds, title } = part.node.attrs;
  const dom = apart('figure', 'embed-part file-part', kind);
  if (!isFileExtension(extension) || !hash) kind.textContent = 'This file is no longer in the library';
  else {
    const type = fileTypes[extension];
    const facts = [type.name, seconds > 0 && lengthInWords(seconds), sizeInWords(bytes)].filter(Boolean);
    kind.textContent = facts.join(', ');
    if (type.kind !== 'document') dom.append(player(type.kind, fileAddress(hash, extension), String(title)));
  }
  dom.append(...fields.map((field) => field.dom));
  return { dom, fields };
}

function player(kind: 'audio' | 'video', address: string, title: string): HTMLMediaElement {
  const element = document.createElement(kind);
  Object.assign(element, { controls: true, preload: 'metadata', src: address, className: 'file-player' });
  element.setAttribute('aria-label', title);
  return element;
}
