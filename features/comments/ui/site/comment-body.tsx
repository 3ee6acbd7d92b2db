import { paragraphs } from './comment-html';

/** What somebody wrote, in paragraphs. */
export function CommentBody({ text }: { text: string }) {
  let at = 0;
  return (
    <div className="comment-body" dir="auto">
      {paragraphs(text).map((paragraph) => {
        const key = at;
        at += paragraph.length + 2;
        return <p key={key}>{paragraph}</p>;
      })}
    </div>
  );
}
