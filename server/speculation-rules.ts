/** Where browsers find the rules, named in a header of every public page (no inline script, so nothing for the CSP). */
export const speculationRulesPath = '/speculation-rules.json';

/**
 * Which links a browser may open ahead of the click, when the pointer rests on them (WICG speculation rules): pages of
 * the paper, which cost us a hit. Never what changes something, counts something, or is for one person.
 */
export const speculationRules = JSON.stringify({
  prerender: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          {
            not: {
              href_matches: [
                '/admin',
                '/admin/*',
                '/api/*',
                '/media/*',
                '/search',
                '/search?*',
                '/newsletter/*',
                '/comment/*',
                '/*.xml',
                '/*.json',
                '/*.txt',
              ],
            },
          },
          { not: { selector_matches: '[rel~="nofollow"], [download], [target="_blank"]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});
