// Dropping files, showing what was chosen, and progress while it is sent. The form works without.
const form = document.querySelector('form.upload');
const input = form.querySelector('input[type=file]');
const drop = form.querySelector('.drop');
const chosen = form.querySelector('.chosen');
const bar = form.querySelector('progress.sending');
const words = form.querySelector('.sending-words');
const button = form.querySelector('button');

const size = (bytes) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const showChosen = () => {
  chosen.replaceChildren(
    ...[...input.files].slice(0, 50).map((file) => {
      const item = document.createElement('li');
      const name = document.createElement('span');
      name.textContent = file.name;
      const bytes = document.createElement('span');
      bytes.className = 'size';
      bytes.textContent = size(file.size);
      item.append(name, bytes);
      return item;
    }),
  );
  if (input.files.length > 50) {
    const more = document.createElement('li');
    more.textContent = `…共 ${input.files.length} 个文件`;
    chosen.append(more);
  }
};

input.addEventListener('change', showChosen);

for (const type of ['dragenter', 'dragover'])
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
for (const type of ['dragleave', 'drop']) drop.addEventListener(type, () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length === 0) return;
  input.files = event.dataTransfer.files;
  showChosen();
});

const fail = (message) => {
  bar.hidden = true;
  button.disabled = false;
  words.textContent = '';
  document.getElementById('problem')?.remove();
  const alert = document.createElement('div');
  alert.id = 'problem';
  alert.className = 'alert';
  alert.setAttribute('role', 'alert');
  alert.textContent = `没有上传成功。${message}`;
  form.before(alert);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
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
  request.addEventListener('error', () => fail('连接中断，请检查网络后再试。文件没有丢，可以直接重试。'));
  request.send(new FormData(form));
});
