export interface KickerProps {
  label: string;
  href?: string | null;
}

/** The word above a headline that says which desk it comes from: the one thing in the accent colour. */
export function Kicker({ label, href }: KickerProps) {
  return <p className="kicker">{href ? <a href={href}>{label}</a> : label}</p>;
}
