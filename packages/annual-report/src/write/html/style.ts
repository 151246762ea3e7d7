/**
 * The style sheet inside the page: an official document on white paper, Song type, hairlines. Blank is
 * visibly blank on the screen (hatched) and simply empty on paper; worked-out figures have a dotted line.
 */
export const style = `
:root { --ink: #1b222b; --second: #55606e; --line: #4a5563; --quiet: #eef2f7; --accent: #0b5c8a; --red: #b3261e; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 18px/1.8 FangSong, STFangsong, "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
main { max-width: 50rem; margin: 0 auto; padding: 48px 24px 96px; }
h1, h2, h3 { font-weight: 600; text-wrap: balance; break-after: avoid; }
h1 { margin: 0 0 40px; text-align: center; font-size: 28px; line-height: 1.5; font-family: "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
h2 { margin: 40px 0 12px; padding-left: 2em; font-size: 20px; line-height: 1.6; font-family: SimHei, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
h3 { margin: 16px 0 0; padding-left: 2em; font-size: 18px; font-family: KaiTi, STKaiti, "Noto Serif SC", "Noto Serif CJK SC", serif; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
p.hint { color: var(--second); }
.frame { overflow-x: auto; margin: 12px 0 24px; }
table { width: 100%; min-width: 40rem; border-collapse: collapse; table-layout: fixed; font-size: 14px; line-height: 1.5; font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: 6px 4px; border: 1px solid var(--line); font-weight: 400; text-align: center; vertical-align: middle; overflow-wrap: anywhere; }
tbody th[scope="row"], td.corner { padding: 6px 8px; text-align: left; }
th { text-wrap: balance; }
th.band { padding: 6px 8px; background: var(--quiet); font-weight: 600; text-align: left; }
#proactive th[scope="col"] { font-weight: 600; }
td.byOrder, td.byArithmetic, td.solved, td.recognised { text-decoration: underline dotted; text-underline-offset: 4px; }
td.unreadable { color: var(--red); }
@media screen { td.blank { background: repeating-linear-gradient(-45deg, #fff 0 5px, #eceff3 5px 6px); } }
@media print {
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  body { font-size: 16pt; line-height: 28pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 22pt; } h2, h3 { font-size: 16pt; }
  table { min-width: 0; font-size: 9pt; }
  tr, th[scope="row"] { break-inside: avoid; }
  .frame { overflow: visible; }
}
`.trim();
