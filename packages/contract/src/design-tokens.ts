/**
 * What portal and office look like, as data: paper and ink, one accent. The portal's `tokens.css` is printed
 * from it (`npm run docs`), the office sets it into its theme. Lengths are pixels at the browser's usual size;
 * the portal writes them as rem, so that a reader's own font size counts.
 */
export const designTokens = {
  colours: {
    ink: '#1b222b',
    second: '#55606e',
    line: '#d8dee6',
    lineStrong: '#c3ccd7',
    rule: '#9aa6b4',
    /** Borders of what one types into or picks from: 3 : 1 against paper (WCAG 1.4.11). */
    control: '#76828f',
    ground: '#f5f7f9',
    paper: '#ffffff',
    accent: '#0b5c8a',
    accentStrong: '#084a70',
    accentGround: '#eaf2f7',
    /** Overdue and errors only. */
    red: '#b3261e',
    redStrong: '#8c1d17',
    redGround: '#fbeceb',
    redHatch: '#f6dcda',
    /** Due soon and warnings. */
    amber: '#8a5a00',
    amberGround: '#fbf3e2',
    /** Done. */
    green: '#1d6b42',
    greenGround: '#e8f3ed',
    hatch: '#b4bfcb',
    mark: '#fde7a8',
    markError: '#f7cfcc',
    chart1: '#0b5c8a',
    chart2: '#3f8fbb',
    chart3: '#b3261e',
    chart4: '#b27a17',
    chart5: '#6b7787',
    chart6: '#3d7657',
  },
  /** Type sizes. `note` is for marks inside the cells of statutory tables alone. */
  text: { note: 12, small: 14, body: 16, large: 18, heading: 22, title: 28 },
  /** Steps of four. */
  space: [4, 8, 12, 16, 20, 24, 32, 40, 48, 64],
  radius: 4,
  /** What a thumb hits (WCAG 2.5.5). */
  target: 44,
  /** A row of a dense table. */
  row: 40,
  /** `text`: forty characters of body type; `page`: the portal's pages; `wide`: pages that carry statutory tables. */
  widths: { text: 640, form: 800, page: 1160, wide: 1440 },
  fonts: {
    sans: ['PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'system-ui', 'sans-serif'],
    serif: ['Noto Serif SC', 'Noto Serif CJK SC', 'Songti SC', 'SimSun', 'serif'],
    mono: ['ui-monospace', 'Consolas', 'monospace'],
  },
} as const;

export type ColourName = keyof typeof designTokens.colours;

/** Which colour of type stands on which ground; each pair has a contrast of 4.5 : 1 at least (WCAG 1.4.3). */
export const textOnGround: readonly (readonly [text: ColourName, ground: ColourName])[] = [
  ...(['paper', 'ground', 'accentGround', 'redGround', 'amberGround', 'greenGround', 'mark'] as const).map(
    (ground) => ['ink', ground] as const,
  ),
  ...(['paper', 'ground', 'accentGround', 'redGround', 'line'] as const).map(
    (ground) => ['second', ground] as const,
  ),
  ...(['paper', 'ground', 'accentGround'] as const).map((ground) => ['accent', ground] as const),
  ['red', 'paper'],
  ['red', 'ground'],
  ['red', 'redGround'],
  ['red', 'redHatch'],
  ['ink', 'markError'],
  ['amber', 'paper'],
  ['amber', 'ground'],
  ['amber', 'amberGround'],
  ['green', 'paper'],
  ['green', 'ground'],
  ['green', 'greenGround'],
  ['paper', 'accent'],
  ['paper', 'accentStrong'],
  ['paper', 'red'],
  ['paper', 'redStrong'],
  ['paper', 'amber'],
  ['paper', 'green'],
];
