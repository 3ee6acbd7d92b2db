interface ShareLinksProps {
  /** Absolute. */
  url: string;
  title: string;
  words: { share: string; shareBy: Record<Way, string> };
}

type Way = 'mail' | 'bluesky' | 'facebook' | 'linkedin' | 'x' | 'whatsapp';

/** Plain links to each place's own page for it: nobody is told of the reader before a press. */
export function ShareLinks({ url, title, words }: ShareLinksProps) {
  return (
    <nav aria-label={words.share} className="share">
      <ul>
        {ways(encodeURIComponent(url), encodeURIComponent(title)).map(([way, href]) => (
          <li key={way}>
            <a href={href} rel="nofollow noopener">
              {words.shareBy[way]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const ways = (url: string, title: string): [Way, string][] => [
  ['mail', `mailto:?subject=${title}&body=${url}`],
  ['whatsapp', `https://wa.me/?text=${title}%20${url}`],
  ['bluesky', `https://bsky.app/intent/compose?text=${title}%20${url}`],
  ['x', `https://x.com/intent/post?text=${title}&url=${url}`],
  ['facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
  ['linkedin', `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
];
