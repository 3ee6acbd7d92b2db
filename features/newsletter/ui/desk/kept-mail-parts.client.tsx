'use client';

import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs.client';
import type { ReadMail } from '@/lib/mailer/read-mail';

/** Links open beside the desk; scripts, forms and pictures from elsewhere do nothing. */
const withBase = (html: string): string => html.replace('<head>', '<head><base target="_blank">');

/** The parts of a mail, one at a time. */
export function KeptMailParts({ mail }: { mail: ReadMail }) {
  return (
    <Tabs defaultValue={mail.html ? 'html' : 'text'}>
      <TabList aria-label="Parts of the mail">
        {mail.html && <Tab value="html">Mail</Tab>}
        <Tab value="text">Plain text</Tab>
        <Tab value="headers">Headers</Tab>
      </TabList>
      <TabPanel value="html">
        <iframe
          title="The mail"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={withBase(mail.html)}
          className="block h-[75vh] w-full border border-rule bg-raised"
        />
      </TabPanel>
      <TabPanel value="text">
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-[75vh] overflow-auto whitespace-pre-wrap border border-rule bg-raised p-4 font-mono text-xs [overflow-wrap:anywhere]"
        >
          {mail.text}
        </pre>
      </TabPanel>
      <TabPanel value="headers">
        <dl className="divide-y divide-rule border-rule border-y font-mono text-xs">
          {mail.headers.map(({ name, value }) => (
            <div key={name} className="grid gap-x-4 px-2 py-1.5 sm:grid-cols-[14rem_1fr]">
              <dt className="text-muted">{name}</dt>
              <dd className="[overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      </TabPanel>
    </Tabs>
  );
}
