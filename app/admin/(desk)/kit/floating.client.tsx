'use client';

import { Archive, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CommandPalette } from '@/components/ui/command-palette.client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
  DialogTrigger,
  Sheet,
} from '@/components/ui/dialog.client';
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu.client';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.client';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs.client';
import { toast } from '@/components/ui/toast.client';
import { Tooltip } from '@/components/ui/tooltip.client';
import { Row, Specimen } from './specimen';

/** What floats, in the page's own theme. */
export function Floating() {
  const [palette, setPalette] = useState(false);
  return (
    <div className="mb-10 space-y-8">
      <Specimen title="What floats">
        <Row>
          <Dialog>
            <DialogTrigger asChild>
              <Button>Dialog</Button>
            </DialogTrigger>
            <DialogContent>
              <DialogTitle>Schedule this story</DialogTitle>
              <DialogDescription>It goes live by itself, to the second.</DialogDescription>
              <DialogFooter>
                <DialogClose asChild>
                  <Button>Cancel</Button>
                </DialogClose>
                <Button variant="primary">Schedule</Button>
              </DialogFooter>
            </DialogContent>
          </Dialog>
          <ConfirmDialog
            title="Kill this story?"
            confirmLabel="Kill story"
            trigger={<Button>Confirm</Button>}
            onConfirm={() => 'It is live: withdraw it first.'}
          >
            Readers get a page that says it was removed. This cannot be undone.
          </ConfirmDialog>
          <Sheet title="Story settings" trigger={<Button>Sheet</Button>}>
            What stands beside the work.
          </Sheet>
          <Menu>
            <MenuTrigger asChild>
              <Button>Menu</Button>
            </MenuTrigger>
            <MenuContent align="start">
              <MenuLabel>This story</MenuLabel>
              <MenuItem icon={<Copy />} keys="Ctrl D">
                Duplicate
              </MenuItem>
              <MenuItem icon={<Archive />} disabled>
                Withdraw
              </MenuItem>
              <MenuCheckboxItem checked>Comments open</MenuCheckboxItem>
              <MenuSeparator />
              <MenuItem icon={<Trash2 />} tone="danger">
                Move to trash
              </MenuItem>
            </MenuContent>
          </Menu>
          <Popover>
            <PopoverTrigger asChild>
              <Button>Popover</Button>
            </PopoverTrigger>
            <PopoverContent aria-label="Word count">836 words, a 4 minute read.</PopoverContent>
          </Popover>
          <Tooltip label="Publish now" keys="Ctrl Enter">
            <Button>Tooltip</Button>
          </Tooltip>
          <Button
            onClick={() =>
              toast('Approved: 2 comments.', { action: { label: 'Undo', onClick: () => undefined } })
            }
          >
            Toast
          </Button>
          <Button onClick={() => toast.error('The server did not answer. Nothing was decided; try again.')}>
            Error toast
          </Button>
          <Button onClick={() => setPalette(true)}>Commands</Button>
          <Button loading>Loading</Button>
        </Row>
      </Specimen>
      <Specimen title="Tabs">
        <Tabs defaultValue="write">
          <TabList aria-label="Parts of a campaign">
            <Tab value="write">Write</Tab>
            <Tab value="preview">Preview</Tab>
          </TabList>
          <TabPanel value="write">What the reader gets first.</TabPanel>
          <TabPanel value="preview">How it looks on a phone.</TabPanel>
        </Tabs>
      </Specimen>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        groups={[
          {
            heading: 'Go to',
            entries: [{ id: 'stories', label: 'Stories', keys: 'G S', href: '/admin/articles' }],
          },
        ]}
      />
    </div>
  );
}
