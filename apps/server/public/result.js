// A click on a figure shows where it was read in a window beside the table; without this, a page of its own.
const dialog = document.getElementById('cell-dialog');

const show = async (url) => {
  const answer = await fetch(url).catch(() => null);
  if (!answer?.ok) return location.assign(url);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const detail = page.getElementById('cell-detail');
  if (!detail) return location.assign(url);
  const close = document.createElement('button');
  close.className = 'button quiet close';
  close.type = 'button';
  close.textContent = '关闭';
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(close, detail);
  dialog.showModal();
};

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a.value');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link.href);
});

// Links inside the window that lead back to this page close it; so does a click beside it.
dialog.addEventListener('click', (event) => {
  if (event.target === dialog || event.target.closest?.('a[href*="#"]')) dialog.close();
});
