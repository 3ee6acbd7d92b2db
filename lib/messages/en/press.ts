/** What readers are told when a page can neither be made nor found in the press. */
export const press = {
  broken: {
    title: 'This page could not be made',
    text: 'Something went wrong on our side. It has been noted and will be looked at.',
  },
  busy: {
    title: 'One moment, please',
    text: 'The newsroom cannot answer just now. Try again in a few seconds.',
  },
  meaningless: {
    title: 'That is not an address of this site',
    text: 'Part of the address is damaged. Check it, or begin at the front page.',
  },
  tooLong: {
    title: 'That address is too long',
    text: 'Nothing here has an address of that length. Begin at the front page.',
  },
  notFromElsewhere: {
    title: 'That was sent from another site',
    text: 'Nothing was changed. Open the page here and send it again.',
  },
  notHere: {
    title: 'There is nothing here',
    text: 'What you asked for does not exist, or no longer does.',
  },
  notAllowed: {
    title: 'That does not work here',
    text: 'This address cannot be asked for in that way.',
  },
  tooLarge: {
    title: 'That is too large',
    text: 'More was sent than is taken in one go. Send less at a time.',
  },
  toFrontPage: 'Front page',
  reference: 'If you write to us about it, please name',
};
