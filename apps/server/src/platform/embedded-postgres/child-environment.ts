/** What PostgreSQL needs of the environment; the program's own secrets and every PG* variable stay out. */
const passed = [
  'PATH',
  'TZDIR',
  'LD_LIBRARY_PATH',
  'SystemRoot',
  'SystemDrive',
  'windir',
  'ComSpec',
  'TEMP',
  'TMP',
  'TMPDIR',
];

/** The environment of PostgreSQL's programs and of the watchdog: messages in English, because we read them. */
export const childEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  ),
  LC_ALL: 'C',
});
