// Sets the chosen theme before anything is painted. It stands in every page, so it is as short as it can be.
try {
  const root = document.documentElement;
  const site = new URL(root.dataset.root || '.', location.href).pathname;
  const theme = localStorage.getItem('studyguide:' + site + ':theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
} catch {}
