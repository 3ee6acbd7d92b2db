interface ThemeSwitchProps {
  label: string;
  words: { system: string; light: string; dark: string };
}

/**
 * Hidden until reader.js has come to work it; without scripts the system's own choice holds. In development React is on
 * the page too, and must not mind that reader.js was first.
 */
export function ThemeSwitch({ label, words }: ThemeSwitchProps) {
  return (
    <fieldset className="theme-switch" data-theme-switch="" hidden suppressHydrationWarning>
      <legend>{label}</legend>
      {(['system', 'light', 'dark'] as const).map((theme) => (
        <button
          key={theme}
          type="button"
          data-set-theme={theme}
          aria-pressed="false"
          suppressHydrationWarning
        >
          {words[theme]}
        </button>
      ))}
    </fieldset>
  );
}
