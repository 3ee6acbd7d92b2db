/** `#top` is the top of every document by itself. */
export const BackToTop = ({ label }: { label: string }) => (
  <a href="#top" className="to-top">
    {label}
  </a>
);
