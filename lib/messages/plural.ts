interface Forms {
  /** For exactly 0, in languages whose plural rules have no form of its own. */
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** Chooses the form by Intl.PluralRules and puts the number, in that language's digits, for `{n}`. */
export function pluralise(language: string, count: number, forms: Forms): string {
  if (count === 0 && forms.zero) return forms.zero;
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('{n}', () => new Intl.NumberFormat(language).format(count));
}
