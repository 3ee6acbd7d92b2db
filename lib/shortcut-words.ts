import type { shortcuts } from './shortcuts';

/** What each key of the desk does, by where it works. */
export const shortcutWords = {
  everywhere: {
    heading: 'Everywhere',
    does: {
      commands: 'Find a story, page or command',
      help: 'Show these keys',
      helpWhileTyping: 'Show these keys while typing',
    },
  },
  stories: {
    heading: 'List of stories',
    does: {
      begin: 'New story',
      search: 'Search',
      next: 'Next story',
      previous: 'Previous story',
      open: 'Open it',
      choose: 'Choose, to do something with several',
      chooseRange: 'Choose all from the last chosen to here',
      chooseNone: 'Choose none',
    },
  },
  editor: {
    heading: 'Writing',
    does: {
      save: 'Save now',
      publish: 'Publish or update',
      settings: 'Story settings',
      notes: 'Notes',
      find: 'Find and replace',
      focus: 'Focus on the text',
      undo: 'Undo',
      bold: 'Bold',
      italic: 'Italic',
    },
  },
  planning: {
    heading: 'Calendar and board',
    does: {
      lift: 'On a handle: pick up, put down',
      carry: 'Carry it',
      putBack: 'Put it back',
    },
  },
  comments: {
    heading: 'Comments',
    does: {
      next: 'Next comment',
      previous: 'Previous comment',
      approved: 'Approve',
      spam: 'Mark as spam',
      deleted: 'Delete',
      held: 'Hold for later',
      choose: 'Choose, to decide several at once',
      undo: 'Undo the last decision',
    },
  },
} as const satisfies {
  [G in keyof typeof shortcuts]: { heading: string; does: Record<keyof (typeof shortcuts)[G], string> };
};
