// Follows the reading without loading the whole page anew.
const box = document.getElementById('progress');
document.querySelector('meta[http-equiv=refresh]')?.remove();

const words = box.querySelector('.lead');
const bar = box.querySelector('progress');

const ask = async () => {
  const answer = await fetch(`/check/${box.dataset.id}/progress`).catch(() => null);
  if (answer?.ok) {
    const { done, read, total } = await answer.json();
    if (done) return location.reload();
    words.textContent = `已读 ${read} 个，共 ${total} 个文件。`;
    bar.max = Math.max(1, total);
    bar.value = read;
  } else if (answer) return location.reload();
  setTimeout(ask, 400);
};

setTimeout(ask, 200);
