// While the description is typed, shows what is already public and fits; offers to print. The pages work without.
const found = document.getElementById('public-matches');
const form = document.getElementById('application');
const pause = 700;

if (found && form) {
  const description = form.elements.description;
  const title = form.elements.title;
  let timer;
  let asked = '';
  let shown = null;
  let turn = 0;

  const find = async () => {
    const text = `${title.value}\n${description.value}`.trim();
    if (text === asked || description.value.trim().length < 2) return;
    asked = text;
    turn += 1;
    const mine = turn;
    const body = new URLSearchParams({
      agencyId: form.elements.agencyId.value,
      title: title.value,
      description: description.value,
    });
    try {
      const answer = await fetch('/apply/public', { method: 'POST', body });
      if (!answer.ok) return;
      const markup = await answer.text();
      // An answer that was overtaken by a later question is out of date. Links open beside what is being typed.
      // The same again isn't drawn again: a screen reader would read it out with every word that is typed.
      if (mine !== turn || markup === shown) return;
      shown = markup;
      found.innerHTML = markup;
      for (const link of found.querySelectorAll('a')) link.target = '_blank';
    } catch {
      // Without the network the button does the same.
    }
  };

  for (const field of [description, title])
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(find, pause);
    });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
