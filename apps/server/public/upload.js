// Dropping files, the list of what was chosen, limits before sending, and progress. The form works without.
const form = document.querySelector('form.upload');
const input = form.querySelector('input[type=file]');
const drop = form.querySelector('.drop');
const chosen = form.querySelector('.chosen');
const bar = form.querySelector('progress.sending');
const words = form.querySelector('.sending-words');
const button = form.querySelector('button[type=submit]');
const mostBytes = Number(form.dataset.megabytes) * 1024 * 1024;
const mostFiles = Number(form.dataset.files);
const known = input.accept.split(',');
const listed = 50;

const size = (bytes) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const isKnown = ({ name }) => known.some((ending) => name.toLowerCase().endsWith(ending));

const keep = (files) => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  showChosen();
};

const itemOf = (file) => {
  const item = document.createElement('li');
  const name = element('span', 'file-name', file.name);
  if (!isKnown(file)) name.append(element('span', 'doubt', '不是常见的格式，可能读不出来'));
  const remove = element('button', 'button quiet', '移除');
  remove.type = 'button';
  remove.setAttribute('aria-label', `移除 ${file.name}`);
  remove.addEventListener('click', () => {
    keep([...input.files].filter((other) => other !== file));
    input.focus();
  });
  item.append(name, element('span', 'size', size(file.size)), remove);
  return item;
};

const whyNot = (files) => {
  const bytes = files.reduce((total, file) => total + file.size, 0);
  if (files.length === 0) return '请先选择文件。';
  if (files.length > mostFiles)
    return `一次最多 ${mostFiles} 个文件，选了 ${files.length} 个。请分几次上传，或装进一个 ZIP。`;
  if (bytes > mostBytes)
    return `一次最多 ${form.dataset.megabytes} MB，选的文件共 ${size(bytes)}。请分几次上传。`;
  return '';
};

const clearProblem = () => document.getElementById('problem')?.remove();

const fail = (message) => {
  bar.hidden = true;
  button.disabled = false;
  words.textContent = '';
  clearProblem();
  const alert = element('div', 'alert', `没有上传成功。${message}`);
  alert.id = 'problem';
  alert.setAttribute('role', 'alert');
  form.before(alert);
  alert.scrollIntoView({ block: 'nearest' });
};

const showChosen = () => {
  const files = [...input.files];
  clearProblem();
  chosen.replaceChildren(...files.slice(0, listed).map(itemOf));
  if (files.length > listed) chosen.append(element('li', '', `…共 ${files.length} 个文件`));
  // The browser would say it in its own language.
  input.setCustomValidity(files.length === 0 ? '请先选择文件。' : '');
  const why = files.length === 0 ? '' : whyNot(files);
  if (why) fail(why);
};

// A second choice adds to the first; the browser alone would put it in its place.
let before = [];
input.addEventListener('click', () => {
  before = [...input.files];
});
const same = (a, b) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
const add = (files) =>
  keep([...before, ...files.filter((file) => !before.some((other) => same(file, other)))]);
input.addEventListener('change', () => {
  add([...input.files]);
  before = [];
});

for (const type of ['dragenter', 'dragover'])
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
for (const type of ['dragleave', 'drop'])
  drop.addEventListener(type, (event) => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove('over');
  });
// A file dropped beside the field would open in place of the page.
for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault());
drop.addEventListener('drop', (event) => {
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
  const files = [...event.dataTransfer.files].filter((_, at) => !entries[at]?.isDirectory);
  before = [...input.files];
  add(files);
  before = [];
  if (entries.some((entry) => entry?.isDirectory))
    fail('文件夹不能直接放入。请先压缩成 ZIP，再放入这个 ZIP。');
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const why = whyNot([...input.files]);
  if (why) return fail(why);
  clearProblem();
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  button.disabled = true;
  bar.hidden = false;
  words.textContent = '正在上传…';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = (loaded / total) * 100;
    words.textContent =
      loaded < total ? `正在上传 ${size(loaded)}，共 ${size(total)}` : '已上传，正在开始读取…';
  });
  request.addEventListener('load', () => {
    if (request.status === 201) location.assign(request.response.url);
    else fail(request.response?.message ?? '服务器没有接受这次上传，请稍后再试。');
  });
  request.addEventListener('error', () =>
    fail('连接中断，可能是网络不通，或文件超过了服务器的限制。选好的文件还在，可以再试一次。'),
  );
  request.send(new FormData(form));
});

// Coming back with the browser's back button finds the form ready.
window.addEventListener('pageshow', () => {
  button.disabled = false;
  bar.hidden = true;
  words.textContent = '';
  showChosen();
});
