/** The sheet for `writeHtml`: white paper, red line, sizes and indents in the proportions of the printed page. */
export const htmlStyle = `
.reply-document { box-sizing: border-box; max-width: 42rem; margin: 0 auto; padding: 3rem clamp(1.25rem, 6vw, 4rem); background: #fff; color: #1b222b; font: 1.125rem/1.8 FangSong, STFangsong, "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
.reply-document p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
.reply-document .letterhead { padding-bottom: 0.5rem; border-bottom: 4px double #c00000; color: #c00000; font-family: "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; font-size: clamp(1.375rem, 5vw, 2rem); font-weight: 700; line-height: 1.3; text-align: center; text-indent: 0; }
.reply-document .number { margin-top: 0.75rem; text-align: right; text-indent: 0; }
.reply-document h1 { margin: 2rem 0 1.5rem; font-family: "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; font-size: 1.5rem; font-weight: 700; line-height: 1.5; text-align: center; text-wrap: balance; }
.reply-document .salutation { text-indent: 0; }
.reply-document .enclosures { margin-top: 1.8em; padding-left: 2em; }
.reply-document .enclosures p { display: flex; text-indent: 0; }
.reply-document .enclosures .lead { flex: 0 0 3em; }
.reply-document .enclosures .count { flex: 0 0 2em; }
.reply-document .signature { width: fit-content; margin: 3.6em 2em 0 auto; }
.reply-document .signature p { text-align: center; text-indent: 0; }
.reply-document .contact { margin-top: 1.8em; }
.reply-document .slip { margin-top: 3.6em; padding-top: 1.8em; border-top: 1px dashed #8a929c; }
.reply-document h2 { margin: 0 0 1.25rem; font-family: "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; font-size: 1.5rem; font-weight: 700; line-height: 1.5; text-align: center; }
.reply-document .sign { padding-left: 40%; text-indent: 0; }
`.trim();
