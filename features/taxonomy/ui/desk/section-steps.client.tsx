'use client';

import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/button';
import { type Standing, stepped, type Way, ways } from '../../section-moves';

interface SectionStepsProps {
  sections: Standing[];
  section: Standing & { name: string };
  onStep(way: Way): void;
}

const arrows: Record<Way, ReactNode> = {
  up: <ArrowUp />,
  down: <ArrowDown />,
  in: <ArrowRight className="rtl:-scale-x-100" />,
  out: <ArrowLeft className="rtl:-scale-x-100" />,
};
const words: Record<Way, (name: string) => string> = {
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  in: (name) => `Move ${name} under the one above`,
  out: (name) => `Move ${name} out one level`,
};

/** A section's steps for a finger, or a pointer that does not drag. */
export const SectionSteps = ({ sections, section, onStep }: SectionStepsProps) => (
  <div className="flex gap-1">
    {ways.map((way) => (
      <IconButton
        key={way}
        data-way={way}
        label={words[way](section.name)}
        size="small"
        icon={arrows[way]}
        disabled={stepped(sections, section.id, way) === null}
        onClick={() => onStep(way)}
      />
    ))}
  </div>
);
