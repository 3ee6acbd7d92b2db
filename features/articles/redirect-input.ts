import { z } from 'zod';

/** Most lines of one paste. */
export const mostRedirects = 5_000;

const address = (sentence: string) => z.string(sentence).max(2_000, 'At most 500 characters fit here.');

export const setRedirectInput = z.object({
  from: address('Write the old address.'),
  to: address('Write the new address.'),
});

export type SetRedirect = z.output<typeof setRedirectInput>;

export const pasteRedirectsInput = z.object({
  lines: z
    .string('Paste lines.')
    .max(4_000_000, 'That is too much for one paste. Take it in parts.')
    .refine(
      (text) => text.split('\n').length <= mostRedirects,
      `At most ${mostRedirects} lines fit at once.`,
    ),
  /** Ticked: what leads elsewhere already is led anew. */
  replace: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
});
export type PasteRedirects = z.output<typeof pasteRedirectsInput>;

export const deleteRedirectInput = setRedirectInput.pick({ from: true });
