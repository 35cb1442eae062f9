// Sets the chosen theme, and whether answers are shown, before anything is painted. It stands in every page, so it is as short as it can be.
try {
  const root = document.documentElement;
  const site = new URL(root.dataset.root || '.', location.href).pathname;
  const kept = (name) => localStorage.getItem('studyguide:' + site + ':' + name);
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (kept('answers') === 'shown') root.dataset.answers = 'shown';
} catch {}
