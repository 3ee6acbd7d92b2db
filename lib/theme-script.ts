/** Where the reader's choice is kept, in localStorage: `light`, `dark`, or absent for the system's. */
export const themeKey = 'theme';

/**
 * The one inline script of every page, so that a chosen theme stands before the first paint. The press puts its sha256
 * into the Content-Security-Policy: it must reach the page byte for byte (so nothing in it that React would escape: no
 * quotes, no angle brackets, no ampersand) and stay under 200 bytes.
 */
export const themeScript = `try{let t=localStorage.${themeKey};if(/^(dark|light)$/.test(t))document.documentElement.dataset.theme=t}catch{}`;
