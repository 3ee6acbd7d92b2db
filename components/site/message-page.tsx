import type { ReactNode } from 'react';

interface MessagePageProps {
  /** The status, set large and quiet: "404". */
  code?: string;
  title: string;
  children: ReactNode;
}

/** A page that has only something to say: not found, gone, subscribed. */
export function MessagePage({ code, title, children }: MessagePageProps) {
  return (
    <main id="content" className="message-page">
      {code && (
        <p className="code" aria-hidden="true">
          {code}
        </p>
      )}
      <h1>{title}</h1>
      {children}
    </main>
  );
}
