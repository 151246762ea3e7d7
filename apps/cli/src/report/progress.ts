import { cut, pad } from '../terminal.ts';

/** A line on standard error that says how far a long run is; silent where that is no terminal. */
export interface Progress {
  readonly step: (name: string) => void;
  /** Takes the line away, so that other output can be written. */
  readonly clear: () => void;
}

const silent: Progress = { step: () => {}, clear: () => {} };

/** A progress line that shows itself once the run has taken longer than a second. `total` may be unknown. */
export const createProgress = (total: () => number | null): Progress => {
  const out = process.stderr;
  if (!out.isTTY) return silent;
  const started = Date.now();
  let done = 0;
  let drawn = 0;
  return {
    step: (name) => {
      done += 1;
      const now = Date.now();
      if (now - started < 1000 || now - drawn < 100) return;
      drawn = now;
      const all = total();
      const share = all ? Math.min(1, done / all) : 0;
      const bar = all ? `${'█'.repeat(Math.round(share * 20)).padEnd(20, '░')} ` : '';
      const rate = done / ((now - started) / 1000);
      const left = all && done < all ? `，约剩 ${Math.ceil((all - done) / rate)} 秒` : '';
      const head = `${bar}${done}${all ? `/${all}` : ''} 份，每秒 ${rate.toFixed(0)} 份${left}  `;
      out.write(`\r\u001b[2K${pad(cut(head + name, (out.columns ?? 80) - 1), 0)}`);
    },
    clear: () => {
      if (drawn > 0) out.write('\r\u001b[2K');
      drawn = 0;
    },
  };
};
