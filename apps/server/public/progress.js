// Follows the reading without loading the whole page anew.
const box = document.getElementById('progress');
document.querySelector('meta[http-equiv=refresh]')?.remove();

const words = box.querySelector('.lead');
const bar = box.querySelector('progress');

const ask = async () => {
  const answer = await fetch(`/check/${box.dataset.id}/progress`).catch(() => null);
  if (answer?.ok) {
    const { done, read, total } = await answer.json();
    // In place of this page, so that going back doesn't come back here.
    if (done) return location.replace(location.href);
    const text = `已读 ${read} 个，共 ${total} 个文件。`;
    if (words.textContent !== text) words.textContent = text;
    bar.max = Math.max(1, total);
    bar.value = read;
  } else if (answer) return location.replace(location.href);
  setTimeout(ask, answer ? 400 : 2000);
};

setTimeout(ask, 200);
