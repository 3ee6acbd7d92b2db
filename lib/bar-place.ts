/**
 * What a page writes where the breaking bar belongs, when the press sets that in (decision 088): `<template id="bar">`,
 * nothing else. Of several the first counts, and it stands before anything that somebody wrote.
 */
export const barPlaceId = 'bar';

/** The same as React writes it, word for word. */
export const barPlace = `<template id="${barPlaceId}"></template>`;
