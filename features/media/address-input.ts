import { z } from 'zod';

/** Where a file lies: as people type it, `example.org/a.jpg` means https. What may be fetched, `lib/safe-fetch` says. */
export const takeFromAddressInput = z.object({
  address: z
    .string({ error: 'This must be an address.' })
    .trim()
    .min(1, 'Put in the address of a picture or file: https://…')
    .max(2000, 'At most 2,000 characters fit here.')
    .transform((typed) =>
      /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]|$)/i.test(typed) ? `https://${typed}` : typed,
    ),
  /** Anything else that the library keeps is refused. */
  picturesOnly: z.boolean().default(false),
});
export type TakeFromAddress = Pick<z.output<typeof takeFromAddressInput>, 'address'> &
  Partial<z.output<typeof takeFromAddressInput>>;
