/** The pages that staff write, in the markup of `markup.ts`. */
export const staffPages = [
  {
    title: 'About the Courier',
    slug: 'about',
    standfirst: 'Who we are, who owns us, and how we decide what to print.',
    body: `
The Lindmar Courier has been printed on the estuary for as long as there has been a quay to unload the paper on. It is owned by a trust, which appoints an editor and may not tell her what to publish.

## How we work

- We say where a story comes from, unless somebody would be harmed by it, and then we say that.
- We ring people before we write about them, and give them time to answer.
- Opinion is marked as opinion, and signed.
- When we are wrong we say so, on the story and on the [corrections page](/corrections), with the day.

## Who pays

Readers do, and the trust's reserve. Nobody can buy a story, or keep one out.
`,
  },
  {
    title: 'Contact',
    slug: 'contact',
    standfirst: 'The quickest way to each of us.',
    body: `
## The newsdesk

For news, tips and documents write to [newsdesk@courier.example](mailto:newsdesk@courier.example). Somebody reads it from six in the morning until midnight.

## Letters

Letters for publication go to [letters@courier.example](mailto:letters@courier.example), in fewer than 250 words and with a name. We may shorten them, and will show you how before we print.

## Corrections

If we got something wrong, write to [corrections@courier.example](mailto:corrections@courier.example). You will hear from a person within a day.
`,
  },
  {
    title: 'Privacy',
    slug: 'privacy',
    standfirst: 'What we know about you, which is little, and how to make it less.',
    body: `
## Reading

You can read all of this paper without an account, a cookie or a script. No page asks another company's server for anything.

## Comments

A comment keeps the name you gave and what you wrote. Your address is never shown. The network you wrote from is kept only as a keyed hash, and the key is destroyed after thirty days.

## Newsletters

We write to an address only after somebody has confirmed it from that address. Every issue ends with a link that stops it at once. We do not record who opens a mail.

## Your rights

Ask for what we hold, or for it to be erased, at [privacy@courier.example](mailto:privacy@courier.example).
`,
  },
];
