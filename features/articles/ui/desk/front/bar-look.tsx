import { BreakingBar } from '@/components/site/breaking-bar';

/** The bar as readers see it, in the desk's stylesheet. */
export const BarLook = ({ label, text, linked }: { label: string; text: string; linked: boolean }) => (
  <div className="[&_.breaking]:bg-accent [&_.breaking]:px-4 [&_.breaking]:py-2 [&_.breaking]:text-paper [&_a]:text-paper [&_a]:underline [&_b]:me-2">
    <BreakingBar label={label} text={text} href={linked ? '#bar' : null} />
  </div>
);
