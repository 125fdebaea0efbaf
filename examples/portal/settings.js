// Before the page is painted: theme and language as they were chosen. A classic script in the head, because modules run later.
(() => {
  const key = 'mesa.settings';
  /** The first of each is what holds until somebody chooses. */
  const choices = {
    environment: ['production', 'sandbox'],
    integrationType: ['reservations-end-to-end', 'redirect'],
    language: ['en', 'es'],
    storage: ['browser', 'server'],
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? ['dark', 'light'] : ['light', 'dark'],
  };

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      // Anybody can write there, and a browser may keep nothing at all.
      return {};
    }
  }

  const found = kept();
  const settings = Object.fromEntries(Object.entries(choices).map(([name, allowed]) => [name, allowed.includes(found[name]) ? found[name] : allowed[0]]));

  function apply() {
    document.documentElement.lang = settings.language;
    document.documentElement.dataset.theme = settings.theme;
  }

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify(settings));
    } catch {
      // They hold for this page.
    }
  }

  apply();
  globalThis.mesa = { settings, apply, keep };
})();
