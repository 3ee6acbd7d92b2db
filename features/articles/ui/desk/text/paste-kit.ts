/** Everything that reads a clipboard, as the one piece that `paste-later` fetches. */
export { pasteAsBlocks } from './paste-blocks';
export { tooLongToRead, tooMuchTogether, withoutDepth } from './paste-limits';
export { cleanPastedHtml } from './pasted-html';
export { withoutMarkers } from './pasted-places';
export { picturesInRtf } from './pasted-rtf';
export { nodesOfText } from './plain-text';
