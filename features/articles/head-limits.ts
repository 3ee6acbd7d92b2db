/** Characters that a headline and a standfirst may have. */
export const headLimits = { title: 300, standfirst: 1000 } as const;
