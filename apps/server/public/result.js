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
  dialog.classList.toggle('with-picture', detail.querySelector('img') !== null);
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

// Arrow keys go from figure to figure, as in a spreadsheet: to the nearest one on the same line or above each other.
const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const middle = (link) => {
  const { left, top, width, height } = link.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

const neighbour = (link, [right, down]) => {
  const [x, y] = middle(link);
  let best = null;
  let nearest = Infinity;
  for (const other of link.closest('table').querySelectorAll('a.value')) {
    const [otherX, otherY] = middle(other);
    const along = (otherX - x) * right + (otherY - y) * down;
    const aside = Math.abs((otherX - x) * down) + Math.abs((otherY - y) * right);
    if (along < 4 || along + aside * 4 >= nearest) continue;
    [best, nearest] = [other, along + aside * 4];
  }
  return best;
};

document.addEventListener('keydown', (event) => {
  const step = steps[event.key];
  const link = event.target.closest?.('a.value');
  if (!step || !link || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  neighbour(link, step)?.focus();
});
