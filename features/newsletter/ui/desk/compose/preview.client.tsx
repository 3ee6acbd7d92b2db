'use client';

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs.client';
import type { Preview as Issue } from '../../../commands';

/** What an issue has become: on a desk, on a phone, in the dark, as plain text, and what a check has found. */
export function Preview({
  preview,
  subject,
  previewText,
}: {
  preview: Issue | null;
  subject: string;
  previewText: string;
}) {
  const faults = preview?.findings.filter(({ level }) => level === 'fault').length ?? 0;
  return (
    <section aria-label="Preview" className="min-w-0 space-y-3">
      <div className="border border-rule bg-raised px-3 py-2">
        <p className="truncate font-medium" dir="auto">
          {subject || 'No subject yet'}
        </p>
        <p className="truncate text-muted text-xs" dir="auto">
          {previewText || 'Mail programs show the first words of the mail here.'}
        </p>
      </div>
      <Tabs defaultValue="desktop">
        <TabList aria-label="Ways to look at it">
          <Tab value="desktop">Desktop</Tab>
          <Tab value="phone">Phone</Tab>
          <Tab value="dark">Dark</Tab>
          <Tab value="text">Plain text</Tab>
          <Tab value="check">{faults > 0 ? `Check (${faults})` : 'Check'}</Tab>
        </TabList>
        <TabPanel value="desktop">
          <Sheet preview={preview} title="The mail on a desktop" width="100%" theme="light" />
        </TabPanel>
        <TabPanel value="phone">
          <Sheet preview={preview} title="The mail on a phone" width="390px" theme="light" />
        </TabPanel>
        <TabPanel value="dark">
          <Sheet preview={preview} title="The mail in a dark mail program" width="100%" theme="dark" />
        </TabPanel>
        <TabPanel value="text">
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="max-h-[70vh] overflow-auto whitespace-pre-wrap border border-rule bg-raised p-4 font-mono text-xs [overflow-wrap:anywhere]"
          >
            {preview?.text ?? ''}
          </pre>
        </TabPanel>
        <TabPanel value="check">
          <Findings preview={preview} />
        </TabPanel>
      </Tabs>
    </section>
  );
}

interface SheetProps {
  preview: Issue | null;
  title: string;
  width: string;
  theme: 'light' | 'dark';
}

/** The mail as it is, in a frame that runs nothing. Its dark rules are switched by hand, whatever this screen's theme is. */
function Sheet({ preview, title, width, theme }: SheetProps) {
  const html = (preview?.html ?? '').replace(
    '@media (prefers-color-scheme: dark)',
    theme === 'dark' ? '@media all' : '@media not all',
  );
  return (
    <div className="grid justify-items-center overflow-x-auto border border-rule bg-sunken">
      <iframe
        title={title}
        sandbox=""
        srcDoc={html}
        width={width}
        height={720}
        className="block max-w-full border-0 bg-raised"
      />
    </div>
  );
}

const icons = {
  fault: <CircleAlert aria-label="Stands in the way" className="text-danger" />,
  doubt: <TriangleAlert aria-label="Worth a look" className="text-warning" />,
  good: <CircleCheck aria-label="Good" className="text-success" />,
} as const;
const order = ['fault', 'doubt', 'good'] as const;

function Findings({ preview }: { preview: Issue | null }) {
  const findings = order.flatMap(
    (level) => preview?.findings.filter((finding) => finding.level === level) ?? [],
  );
  return (
    <ul className="space-y-2">
      {findings.map(({ level, sentence }) => (
        <li key={sentence} className="grid grid-cols-[auto_1fr] gap-2 [&_svg]:mt-0.5 [&_svg]:size-4">
          {icons[level]}
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
