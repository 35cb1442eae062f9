// Sets what the reader has chosen and done before anything is painted. It stands in every page, so it is as short as it can be.
try {
  const { documentElement: root } = document;
  const { dataset: data } = root;
  const site = 'studyguide:' + new URL(data.root || '.', location.href).pathname + ':';
  for (const name of ['theme', 'contrast', 'size', 'width', 'sidebar', 'answers']) {
    const value = localStorage.getItem(site + name);
    if (value) data[name] = value;
  }
  if (data.theme) for (const bar of document.querySelectorAll('[name=theme-color]')) bar.media = bar.dataset.theme === data.theme ? 'all' : 'not all';
  const progress = localStorage.getItem(site + 'progress');
  if (progress) data.progress = 'kept';
  if (progress?.includes(JSON.stringify(data.note) + ':')) data.read = 'read';
  const place = sessionStorage.getItem(site + 'sidebar');
  const restore = () => {
    const sidebar = document.getElementById('theme:sidebar');
    if (sidebar) sidebar.scrollTop = place;
    else requestAnimationFrame(restore);
  };
  if (place) requestAnimationFrame(restore);
} catch {}
