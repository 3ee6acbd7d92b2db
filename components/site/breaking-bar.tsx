interface BreakingBarProps {
  /** "Breaking", or what the desk calls it. */
  label: string;
  text: string;
  href?: string | null;
}

/** A strip over the masthead, raised by the desk. */
export function BreakingBar({ label, text, href }: BreakingBarProps) {
  return (
    <aside className="breaking" aria-label={label}>
      <p>
        <b>{label}</b> {href ? <a href={href}>{text}</a> : text}
      </p>
    </aside>
  );
}
