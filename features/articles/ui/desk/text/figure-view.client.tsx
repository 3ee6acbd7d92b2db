'use client';

import { NodeSelection } from '@tiptap/pm/state';
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { ChevronLeft, ChevronRight, ImageOff, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/button';
import { splitCredit } from '@/lib/credit';
import { pictureAddress, srcset, widthsFor } from '@/lib/pictures';
import { Figure } from '@/lib/rich-text/extensions';
import { moveBlock } from './blocks/move-block';
import { FigureWords } from './figure-words.client';
import { goOnAfter } from './part-field';

/** The server's figure, with its words under the picture where they are edited. */
export const EditableFigure = Figure.extend({
  addNodeView: () => ReactNodeViewRenderer(FigureView, { className: 'figure-block' }),
});

interface FigureAttrs {
  mediaId: number | null;
  hash: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
}

function FigureView({ node, updateAttributes, deleteNode, selected, editor, getPos }: NodeViewProps) {
  const attrs = node.attrs as FigureAttrs;
  const words = (name: 'alt' | 'caption' | 'credit') => ({
    value: attrs[name],
    readOnly: !editor.isEditable,
    maxLength: name === 'credit' ? 500 : 2000,
    onChange: (value: string) => updateAttributes({ [name]: value }),
  });
  const pos = getPos();
  const inGallery = pos !== undefined && editor.state.doc.resolve(pos).parent.type.name === 'gallery';
  const move = (step: -1 | 1) => {
    const now = getPos();
    if (now === undefined) return;
    const { view } = editor;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, now)));
    moveBlock(step)(view.state, view.dispatch);
  };
  /** From one line of words to the next, and on into the text. */
  const goOn = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return;
    const lines = [...event.currentTarget.querySelectorAll('textarea')];
    const next = lines[lines.indexOf(event.target as HTMLTextAreaElement) + 1];
    const now = getPos();
    if (event.key === 'Enter' && next) next.focus();
    else if (now !== undefined) goOnAfter(editor.view, now);
    event.stopPropagation();
  };
  const partCredit = (caption: string) => {
    const split = splitCredit(caption);
    if (split.credit !== '' && ['', split.credit].includes(attrs.credit)) updateAttributes(split);
  };
  return (
    <NodeViewWrapper as="figure" className="figure-view" data-selected={selected || undefined}>
      <div data-drag-handle="" className="figure-picture">
        <PictureOf attrs={attrs} />
        {editor.isEditable && (
          <div className="figure-tools">
            {attrs.mediaId !== null && attrs.alt.trim() === '' && (
              <Badge tone="warning">No description</Badge>
            )}
            {inGallery && (
              <>
                <IconButton
                  label="Move the picture forward (Alt ↑)"
                  icon={<ChevronLeft className="rtl:-scale-x-100" />}
                  variant="secondary"
                  onClick={() => move(-1)}
                />
                <IconButton
                  label="Move the picture back (Alt ↓)"
                  icon={<ChevronRight className="rtl:-scale-x-100" />}
                  variant="secondary"
                  onClick={() => move(1)}
                />
              </>
            )}
            <IconButton
              label="Take the picture out"
              icon={<Trash2 />}
              variant="secondary"
              onClick={deleteNode}
            />
          </div>
        )}
      </div>
      <figcaption className="figure-words" contentEditable={false} onKeyDown={goOn}>
        <FigureWords label="Caption" placeholder="Caption" {...words('caption')} onLeave={partCredit} />
        <FigureWords label="Credit" placeholder="Credit" {...words('credit')} />
        <FigureWords
          label="Description"
          placeholder="Description, for those who cannot see it"
          {...words('alt')}
        />
      </figcaption>
    </NodeViewWrapper>
  );
}

function PictureOf({ attrs }: { attrs: FigureAttrs }) {
  const { mediaId, hash, width, height, alt } = attrs;
  if (mediaId === null || hash === '' || width === 0)
    return (
      <div className="figure-lost">
        <ImageOff aria-hidden="true" className="size-6" />
        This picture is no longer in the library. Take it out, or put another in its place.
      </div>
    );
  const middle = widthsFor(width).findLast((offered) => offered <= 960) ?? 320;
  return (
    // biome-ignore lint/performance/noImgElement: our own renditions, in the sizes that readers get
    <img
      src={pictureAddress(hash, middle, 'webp')}
      srcSet={srcset({ hash, width }, 'webp')}
      sizes="(min-width: 48rem) 44rem, 100vw"
      width={width}
      height={height}
      alt={alt}
      draggable={false}
      loading="lazy"
      decoding="async"
    />
  );
}
