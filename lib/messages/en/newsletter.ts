import { pluralise } from '../plural';

export const newsletter = {
  title: 'Newsletters',
  lead: (siteName: string) =>
    `${siteName} in your inbox. Choose what you would like to read; leave with one click.`,
  none: 'There is no newsletter at the moment.',
  signUp: 'Sign up',
  emailHint: 'We send you one mail to confirm that the address is yours.',
  /** What is agreed to; stored with each sign-up (N1). */
  consent: (siteName: string) =>
    `I would like to receive the chosen newsletters from ${siteName} by email. I can unsubscribe at any time through the link in every mail.`,
  archive: 'Past issues',
  noArchive: 'No issue has gone out yet.',

  checkTitle: 'Check your mail',
  check:
    'If this address can receive our newsletters, a mail is on its way to it. Open it and press the button there; nothing is sent to you before that.',
  checkLate: 'Nothing there after ten minutes? Look in the spam folder, and check the address for a slip.',
  backToFront: 'Back to the front page',

  confirmTitle: 'Confirm your subscription',
  confirmLead: 'One press, and this address receives:',
  confirmButton: 'Yes, send it to me',
  confirmIgnore: 'Was it not you? Close this page; nothing will be sent.',
  welcomeTitle: 'You are subscribed',
  welcome: 'Thank you. The next issue comes to your inbox.',
  expiredTitle: 'This link no longer works',
  expired: 'It is incomplete or too old. Sign up once more and we will send a new one.',
  signUpAgain: 'Sign up again',

  unsubscribeTitle: 'Unsubscribe',
  unsubscribeLead: (list: string) => `Press the button and “${list}” no longer comes to you.`,
  unsubscribeButton: 'Unsubscribe',
  unsubscribedTitle: 'You are unsubscribed',
  unsubscribed: (list: string) => `“${list}” no longer comes to you.`,
  orAll: 'Or choose what you receive',

  preferencesTitle: 'Your newsletters',
  preferencesFor: (address: string) => `For ${address}`,
  preferencesHint: 'Tick what you would like to receive.',
  save: 'Save',
  saved: 'Saved.',
  unsubscribeAll: 'Unsubscribe from everything',
  allGone: 'You receive no newsletter from us any more.',

  tooMany: 'Too many sign-ups came from your network in a short time. Wait an hour and try again.',
  badAddress: 'This does not look like an email address. Check for a typing slip.',
  noAddress: 'Please give an email address.',
  noList: 'Choose at least one newsletter.',

  issueOn: (date: string) => `Issue of ${date}`,
  minutes: (n: number) => pluralise('en', n, { one: '1 minute read', other: '{n} minute read' }),
  by: 'By',
  readOn: 'Read on',
  issueGone: 'This issue is not in the archive.',

  mail: {
    confirmSubject: (siteName: string) => `Confirm your subscription to ${siteName}`,
    confirmIntro: 'Somebody, we hope you, asked for this newsletter to be sent to this address:',
    confirmHow: 'If it was you, open this page and press the button there:',
    confirmButton: 'Confirm my subscription',
    confirmIgnore: (days: number) =>
      `If it was not you, do nothing: no newsletter is sent, and this address is forgotten. The link works for ${days} days.`,
    knownSubject: (siteName: string) => `You are already subscribed to ${siteName}`,
    knownIntro: 'Somebody, we hope you, asked for this newsletter once more. You receive it already:',
    knownButton: 'See your newsletters',
    why: (list: string, siteName: string) =>
      `You receive “${list}” because you subscribed to it at ${siteName}.`,
    unsubscribe: 'Unsubscribe',
    preferences: 'Your newsletters',
    readOnline: 'Read this issue on the web',
  },
};
