import type { ReactNode } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { pictureAddress } from '@/lib/pictures';
import type { BlockDiff } from '@/lib/rich-text/block-diff';
import type { RichNode } from '@/lib/rich-text/document';
import { allText, shorten } from '@/lib/rich-text/text';
import { DiffWords } from './diff-words';

/** A text as it is now with everything that differs from before in its place; long unchanged stretches are folded. */
export function DiffView({ blocks }: { blocks: BlockDiff[] }) {
  return (
    <div className="space-y-4 font-serif text-base leading-relaxed [overflow-wrap:anywhere]" dir="auto">
      {folded(blocks).map((part, n) =>
        Array.isArray(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no other name
          <Unchanged key={n} blocks={part} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other name
          <Block key={n} block={part} />
        ),
      )}
    </div>
  );
}

/** Unchanged blocks that are shown beside a change, and how many make a fold worth while. */
const shownBeside = 1;
const worthFolding = 4;

/** The blocks, with stretches to fold as lists of their own. */
function folded(blocks: BlockDiff[]): (BlockDiff | BlockDiff[])[] {
  const parts: (BlockDiff | BlockDiff[])[] = [];
  let run: BlockDiff[] = [];
  const end = (isLast: boolean) => {
    const from = parts.length === 0 ? 0 : shownBeside;
    const to = run.length - (isLast ? 0 : shownBeside);
    if (to - from >= worthFolding) parts.push(...run.slice(0, from), run.slice(from, to), ...run.slice(to));
    else parts.push(...run);
    run = [];
  };
  for (const block of blocks) {
    if (block.change === 'same') run.push(block);
    else {
      end(false);
      parts.push(block);
    }
  }
  end(true);
  return parts;
}

const Unchanged = ({ blocks }: { blocks: BlockDiff[] }) => (
  <details className="border-rule border-y border-dashed font-sans text-sm">
    <summary className="cursor-pointer py-2 text-muted">{blocks.length} parts without a change</summary>
    <div className="space-y-4 pb-3 font-serif text-base text-soft">
      {blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other name
        <Block key={n} block={block} />
      ))}
    </div>
  </details>
);

const labels: Partial<Record<BlockDiff['change'], { label: string; tone: Tone; edge: string }>> = {
  inserted: { label: 'Inserted', tone: 'success', edge: 'border-success' },
  deleted: { label: 'Deleted', tone: 'danger', edge: 'border-danger' },
  moved: { label: 'Moved', tone: 'info', edge: 'border-info border-dashed' },
  left: { label: 'Moved away', tone: 'info', edge: 'border-info border-dashed' },
};
const stops = 'outline-offset-4 focus:outline-2 focus:outline-focus';

/** One block; what became of it as a whole stands over it. */
function Block({ block }: { block: BlockDiff }) {
  const { change, says, move } = block;
  const look = labels[change];
  if (!look)
    return (
      <div>
        {says.length > 0 && (
          <p data-change="" tabIndex={-1} className={`mb-1 ${stops}`}>
            <Says says={says} />
          </p>
        )}
        <Drawn block={block} />
      </div>
    );
  return (
    <div
      data-change=""
      tabIndex={-1}
      id={change === 'moved' ? `moved-${move}` : undefined}
      className={`border-s-4 ps-3 ${look.edge} ${stops}`}
    >
      <p className="mb-1 font-sans text-xs">
        <Badge tone={look.tone}>{look.label}</Badge> <Says says={says} />
      </p>
      {change === 'left' ? (
        <p className="text-muted">
          <a href={`#moved-${move}`}>{shorten(allText(block.node).trim(), 80) || 'A picture'}</a>
        </p>
      ) : (
        <Drawn block={block} />
      )}
    </div>
  );
}

const Says = ({ says }: { says: string[] }) =>
  says.length > 0 && (
    <span className="bg-info-ground px-1 font-sans text-info text-xs">{says.join('; ')}</span>
  );

/** The block itself. A block that is marked as a whole is one stop: what stands in it is none. */
function Drawn({ block }: { block: BlockDiff }) {
  const { node, change, words, blocks = [] } = block;
  // A node of a version to come may be called `constructor`.
  const drawing = Object.hasOwn(drawings, node.type) ? drawings[node.type] : undefined;
  const line = words && <DiffWords parts={words} stops={change === 'changed'} />;
  const inside = blocks.map((child, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other name
    <Block key={n} block={quiet(child, change)} />
  ));
  return (
    <>
      {drawing?.({ node, line, inside, block }) ?? <Odd node={node} />}
      <Lines block={block} />
    </>
  );
}

/** What is new or gone with the block around it needs no mark of its own, at any depth; what moved into or out of it does. */
const quiet = (child: BlockDiff, around: BlockDiff['change']): BlockDiff => {
  if (child.change !== around || (around !== 'inserted' && around !== 'deleted')) return child;
  const blocks = child.blocks?.map((inner) => quiet(inner, around));
  return { ...child, change: 'same', says: [], ...(blocks && { blocks }) };
};

interface Drawing {
  node: RichNode;
  line: ReactNode;
  inside: ReactNode;
  block: BlockDiff;
}

const drawings: Record<string, (drawing: Drawing) => ReactNode> = {
  paragraph: ({ node, line }) =>
    allText(node) === '' ? <p className="font-sans text-muted text-sm">An empty line</p> : <p>{line}</p>,
  heading: ({ node, line }) => {
    if (node.attrs?.level === 4) return <h5 className="font-semibold text-base">{line}</h5>;
    return node.attrs?.level === 3 ? (
      <h4 className="font-semibold text-lg">{line}</h4>
    ) : (
      <h3 className="font-semibold text-xl">{line}</h3>
    );
  },
  codeBlock: ({ line }) => (
    <pre className="whitespace-pre-wrap bg-sunken p-2 font-mono text-sm">
      <code>{line}</code>
    </pre>
  ),
  pullQuote: ({ line }) => <blockquote className="border-accent border-s-2 ps-3 text-lg">{line}</blockquote>,
  blockquote: ({ inside }) => (
    <blockquote className="space-y-2 border-edge border-s-2 ps-3">{inside}</blockquote>
  ),
  callout: ({ inside }) => <div className="space-y-2 border border-rule bg-sunken p-3">{inside}</div>,
  bulletList: ({ block }) => <ul className="list-disc space-y-1 ps-6">{items(block)}</ul>,
  orderedList: ({ block, node }) => (
    <ol start={Number(node.attrs?.start ?? 1)} className="list-decimal space-y-1 ps-6">
      {items(block)}
    </ol>
  ),
  gallery: ({ inside }) => <div className="grid grid-cols-2 gap-3">{inside}</div>,
  figure: ({ node }) => <Thumbnail node={node} />,
  file: ({ node }) => (
    <p className="bg-sunken px-2 font-sans text-sm">
      A file
      {typeof node.attrs?.extension === 'string' &&
        node.attrs.extension &&
        `, ${node.attrs.extension.toUpperCase()}`}
    </p>
  ),
  embed: () => <p className="bg-sunken px-2 font-sans text-sm">Embed</p>,
  storyCard: () => <p className="bg-sunken px-2 font-sans text-sm">A card of another story</p>,
  horizontalRule: () => <hr className="border-rule" />,
  table: ({ block }) => <DiffTable block={block} />,
};

const items = ({ blocks = [], change }: BlockDiff) =>
  blocks.map((item, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line of a list has no other name
    <li key={n}>
      <Block block={{ ...quiet(item, change), node: { ...item.node, type: 'blocks' } }} />
    </li>
  ));
drawings.blocks = ({ inside }) => <div className="space-y-1">{inside}</div>;

/** Row by row, cell by cell; a row that is new or gone says so at its head. */
const DiffTable = ({ block: { blocks: rows = [], change } }: { block: BlockDiff }) => (
  <section
    aria-label="Table"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    tabIndex={0}
    // What is read out alone is drawn apart, and must not stand out of what scrolls.
    className="relative overflow-x-auto"
  >
    <table className="border-collapse border border-rule font-sans text-sm">
      <tbody>
        {rows.map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name
          <tr key={n} className="border-rule border-b align-top">
            {(row.change === 'left' ? [] : (row.blocks ?? [])).map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name
              <td key={column} className="border-rule border-e px-2 py-1">
                {column === 0 &&
                  row.change !== 'same' &&
                  row.change !== 'changed' &&
                  change === 'changed' && (
                    <p data-change="" tabIndex={-1} className={stops}>
                      <Badge tone={labels[row.change]?.tone}>
                        Row {labels[row.change]?.label.toLowerCase()}
                      </Badge>
                    </p>
                  )}
                <Block
                  block={{
                    ...quiet(cell, row.change),
                    node: { ...cell.node, type: 'blocks' },
                  }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Lines = ({ block: { lines = [], change } }: { block: BlockDiff }) =>
  lines.length > 0 && (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 font-sans text-sm">
      {lines.map(({ name, words }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd>
            <DiffWords parts={words} stops={change === 'changed'} />
          </dd>
        </div>
      ))}
    </dl>
  );

function Thumbnail({ node: { attrs } }: { node: RichNode }) {
  const hash = String(attrs?.hash ?? '');
  return hash === '' ? (
    <p className="bg-sunken px-2 font-sans text-sm">A picture that is no longer in the library</p>
  ) : (
    // biome-ignore lint/performance/noImgElement: our own rendition
    <img src={pictureAddress(hash, 320, 'jpeg')} alt="" loading="lazy" className="max-h-40 w-auto" />
  );
}

const Odd = ({ node }: { node: RichNode }) => (
  <p className="bg-sunken px-2 font-sans text-sm">
    “{node.type}”, which this version does not know
    {allText(node).trim() && `: ${shorten(allText(node).trim(), 200)}`}
  </p>
);
