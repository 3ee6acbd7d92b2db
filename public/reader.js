// What a reader's page does by hand. Everything here is a comfort: without it the page loses nothing but comfort.
(() => {
  const root = document.documentElement;
  const store = {
    read: (key) => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // Storage may be shut off; the choice then lasts for this page.
      }
    },
  };

  // Theme: [data-theme-switch] holds one button each for system, light and dark, hidden until it can work.
  function themeSwitch(group) {
    const buttons = [...group.querySelectorAll('button[data-set-theme]')];
    const show = () => {
      const now = root.dataset.theme ?? 'system';
      for (const button of buttons)
        button.setAttribute('aria-pressed', String(button.dataset.setTheme === now));
    };
    group.addEventListener('click', (event) => {
      const choice = event.target.closest('button[data-set-theme]')?.dataset.setTheme;
      if (!choice) return;
      if (choice === 'system') delete root.dataset.theme;
      else root.dataset.theme = choice;
      store.write('theme', choice === 'system' ? null : choice);
      show();
    });
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== 'theme') return;
      if (newValue === 'light' || newValue === 'dark') root.dataset.theme = newValue;
      else delete root.dataset.theme;
      show();
    });
    show();
    group.hidden = false;
  }

  for (const group of document.querySelectorAll('[data-theme-switch]')) themeSwitch(group);

  // Embeds: [data-embed] keeps the place of a frame, which another site sends only when somebody asks for it.
  function embed(box, { load, notice }) {
    const { embed: src, name } = box.dataset;
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'button', textContent: load.replace('{name}', name) });
    const words = document.createElement('p');
    words.textContent = notice.replace('{name}', name);
    button.addEventListener('click', () => {
      const caption = box.parentNode.querySelector('.caption')?.textContent;
      const frame = document.createElement('iframe');
      frame.sandbox =
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms allow-presentation';
      frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      frame.title = caption ? `${name}: ${caption}` : name;
      frame.src = src;
      box.replaceChildren(frame);
      frame.focus();
    });
    box.append(button, words);
  }

  for (const story of document.querySelectorAll('[data-load]'))
    for (const box of story.querySelectorAll('[data-embed]')) embed(box, story.dataset);
})();
