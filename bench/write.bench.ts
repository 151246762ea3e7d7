import { readFileSync } from 'node:fs';
import {
  type Report,
  type ReportFormat,
  readReport,
  reportFormats,
  writeReport,
} from '@gongkai/annual-report';
import { generate } from '@gongkai/synthetic-report';
import { bareDocx, bareXlsx, openBarePdf } from './bare-writers.ts';
import type { Bench, Row } from './bench.ts';
import { byTurns, type Work } from './measure.ts';

const font = (weight: string): Uint8Array =>
  readFileSync(
    new URL(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`)),
  );

const writer = (reports: readonly Report[], write: (report: Report) => unknown): Work => {
  let next = 0;
  return () => write(reports[next++ % reports.length]!);
};

export const bench: Bench = {
  question: 'What does writing a report cost, in each format?',
  floor:
    'the library alone on the same cells and paragraphs, without the official layout and the embedded data',
  run: async () => {
    const fonts = [font('400Regular'), font('700Bold')];
    const reports: Report[] = [];
    for (let seed = 0; seed < 6; seed++) {
      const { bytes, name } = await generate(`bench ${seed}`, { layout: 'html.utf8' });
      reports.push(...readReport(bytes, { name }).reports);
    }
    const bare: Partial<Record<ReportFormat, { what: string; write: (report: Report) => unknown }>> = {
      docx: { what: 'docx', write: bareDocx },
      xlsx: { what: 'exceljs', write: bareXlsx },
      pdf: { what: 'typst', write: openBarePdf(fonts) },
    };
    const rows: Row[] = [];
    for (const format of reportFormats) {
      const library = bare[format];
      const [own, least] = await byTurns(
        [
          writer(reports, (report) => writeReport(report, format, { fonts })),
          ...(library ? [writer(reports, library.write)] : []),
        ],
        { warm: 10, rounds: 10 },
      );
      rows.push({
        what: `write ${format}`,
        measured: own!,
        unit: 'ms',
        ...(library ? { against: { what: library.what, measured: least! } } : {}),
      });
    }
    return rows;
  },
};
