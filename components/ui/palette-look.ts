/** The line one types in, the same before and after the list of commands has come. */
export const paletteInputLook =
  'w-full border-rule border-b bg-transparent px-4 py-3 text-base outline-none placeholder:text-muted';
