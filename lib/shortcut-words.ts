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
      preview: 'Preview, and back',
      publish: 'Publish or update',
      settings: 'Story settings',
      notes: 'Notes',
      share: 'Share with somebody outside',
      correct: 'Correct the selected words',
      find: 'Find and replace',
      focus: 'Focus on the text',
      undo: 'Undo',
    },
  },
  text: {
    heading: 'In the text',
    does: {
      insert: 'On an empty line: put something in',
      link: 'Link',
      bold: 'Bold',
      italic: 'Italic',
      heading: 'Heading',
      quote: 'Quote',
      list: 'List',
      numbered: 'Numbered list',
      footnote: 'Footnote',
      up: 'Move the paragraph or part up',
      down: 'Move it down',
      crossUp: 'Up, into and out of lists, quotes, boxes, tables',
      crossDown: 'Down, in the same way',
      double: 'Double it',
      takeOut: 'Take it out',
    },
  },
  history: {
    heading: 'History',
    does: { next: 'Next change', previous: 'Previous change' },
  },
  places: {
    heading: 'Front page, menus, issues',
    does: {
      up: 'Move the entry up',
      down: 'Move it down',
      takeOut: 'Take it out',
      undo: 'Undo, on the front page',
      redo: 'Redo',
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
  notices: {
    heading: 'Notices',
    does: {
      next: 'Next notice',
      previous: 'Previous notice',
      read: 'Mark as read, or as unread',
      allRead: 'Mark all as read',
    },
  },
} as const satisfies {
  [G in keyof typeof shortcuts]: { heading: string; does: Record<keyof (typeof shortcuts)[G], string> };
};
