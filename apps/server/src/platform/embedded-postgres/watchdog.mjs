// Ends PostgreSQL when the program is gone, however it went: the system closes this process's standard input then.
// The number of PostgreSQL's first process is its last argument, so that it knows it from its first moment; the program
// writes the next one, a line for each start, 0 when it has ended.
// Plain JavaScript without imports of ours, so that the process stays small.
import { execFileSync } from 'node:child_process';
import { rmdirSync } from 'node:fs';

const [pgCtl, socketFolder, guarded] = process.argv.slice(2);
let heard = `${guarded}\n`;
process.stdin.setEncoding('utf8');
process.stdin.on('data', (part) => {
  heard = (heard + part).slice(-64);
});
process.stdin.on('error', () => end());
process.stdin.on('end', () => end());

const send = (pid, ending) => {
  try {
    if (process.platform === 'win32')
      execFileSync(pgCtl, ['kill', ending, String(pid)], { windowsHide: true });
    else process.kill(pid, `SIG${ending}`);
  } catch {
    // It has ended by itself.
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const end = () => {
  const pid = Number(heard.trimEnd().split('\n').at(-1));
  if (!(pid > 1)) return;
  send(pid, 'INT');
  const started = Date.now();
  let urged = false;
  const timer = setInterval(() => {
    if (isAlive(pid)) {
      const waited = Date.now() - started;
      if (!urged && waited > 60_000) {
        urged = true;
        send(pid, 'QUIT');
      }
      // Whoever starts the program again sees to the rest.
      if (waited < 120_000) return;
    }
    clearInterval(timer);
    try {
      if (socketFolder) rmdirSync(socketFolder);
    } catch {
      // An empty folder in /tmp harms nobody.
    }
  }, 100);
};
