import type { LetterTemplateId, RequestFile, RequestFileKind } from '@gongkai/contract';
import type { Sheet } from '@gongkai/reply-document';
import { civilDateInShanghai } from '@gongkai/statute';
import type { ArchiveItem } from './archive-item.ts';
import type { ArchivedLetter, ArchiveRecord } from './archive-record.ts';
import {
  applicationSheet,
  consultationSheet,
  extensionSheet,
  ratingSheet,
  searchSheet,
} from './case-sheets.ts';
import { approvalSheet, lastDraft, wasDecided, withheldIn, withheldSheet } from './decision-sheets.ts';
import { doneOf } from './done-steps.ts';
import { processSheet } from './process-sheet.ts';

/** A place in the order of the file, and what a document there proves; null: it is no evidence. */
type Place = readonly [order: number, proves: string | null];

const applied = '申请人申请的内容、时间和方式';
const asked = '本机关依法征求意见';

/** In the order in which a case goes: application, handling, decision, delivery. */
const filePlaces: Readonly<Record<RequestFileKind, Place>> = {
  scan: [11, applied],
  attachment: [12, applied],
  identity_proof: [13, '申请人的身份'],
  correction: [31, '申请人补正的内容和时间'],
  search_evidence: [41, '本机关已尽检索义务'],
  consultation: [51, asked],
  opinion: [53, '被征求意见方的意见'],
  information: [100, '向申请人提供的政府信息'],
  redacted: [101, '经区分处理向申请人提供的政府信息'],
  proof: [110, '文书送达、费用缴纳的事实'],
  other: [120, '办理的有关情况'],
};

const letterPlaces: { readonly [T in LetterTemplateId]?: Place } = {
  registration_receipt: [20, '本机关收到并登记申请'],
  correction_notice: [30, '本机关一次性告知补正'],
  third_party_consultation: [50, asked],
  joint_maker_consultation: [50, asked],
  other_agency_consultation: [50, asked],
  assistance_letter: [52, '本机关请其他机关协助办理'],
  consultation_notice: [55, '本机关告知申请人正在征求意见'],
  extension_notice: [61, '延长答复期限已告知申请人'],
  fee_notice: [70, '信息处理费的计算和告知'],
  reasons_request: [75, '本机关请申请人说明理由'],
  delay_notice: [76, '本机关告知申请人延迟答复'],
  third_party_notice: [95, '本机关把公开的决定和理由告知第三方'],
  transfer_letter: [96, '本机关把申请转送有关机关'],
};
/** 被复议、被诉的行政行为 */
const reply: Place = [90, '本机关作出的答复及其内容（被申请复议、被诉的行政行为）'];

const byApplicant: ReadonlySet<RequestFileKind> = new Set([
  'scan',
  'attachment',
  'identity_proof',
  'correction',
]);

interface Placed {
  readonly order: number;
  readonly item: ArchiveItem;
}

const withoutEnding = (name: string): string => name.replace(/\.[a-z\d]{1,8}$/i, '') || name;

const ofFile = (record: ArchiveRecord, file: RequestFile): Placed => {
  const [order, proves] = filePlaces[file.kind];
  // 最高人民法院关于审理政府信息公开行政案件若干问题的规定第六条: what was withheld isn't laid open by the evidence.
  const isWithheld = file.kind === 'information' && !file.isProvided;
  const isOpinion = file.kind === 'opinion';
  return {
    order,
    item: {
      key: `file:${file.id}`,
      title: `${file.kindName}：${withoutEnding(file.name)}`,
      number: null,
      author:
        file.addedBy === null || byApplicant.has(file.kind)
          ? '申请人'
          : isOpinion
            ? '被征求意见方'
            : record.agencyName,
      date: civilDateInShanghai(new Date(file.addedAt).getTime()),
      proves: isWithheld ? null : proves,
      source: { kind: 'file', fileId: file.id, name: file.name, mediaType: file.mediaType },
    },
  };
};

const ofLetter = (record: ArchiveRecord, letter: ArchivedLetter): Placed => {
  const [order, proves] = letterPlaces[letter.template] ?? reply;
  return {
    order,
    item: {
      key: `letter:${letter.id}`,
      title: letter.title,
      number: letter.number,
      author: record.agencyName,
      date: letter.on,
      proves,
      source: { kind: 'letter', document: letter.document },
    },
  };
};

const ofSheet =
  (record: ArchiveRecord) =>
  (order: number, key: string, sheet: Sheet, date: string | undefined, proves: string | null): Placed => ({
    order,
    item: {
      key: `sheet:${key}`,
      title: sheet.title,
      number: null,
      author: record.agencyName,
      date: date ?? record.asOf,
      proves,
      source: { kind: 'sheet', sheet },
    },
  });

const sheetsOf = (record: ArchiveRecord): readonly Placed[] => {
  const make = ofSheet(record);
  const last = (name: string): string | undefined => doneOf(record, name).at(-1)?.on;
  const { facts, row } = record.found;
  return [
    make(10, 'application', applicationSheet(record), row.submitted_on, applied),
    ...(facts.searches > 0
      ? [make(40, 'searches', searchSheet(record), last('record_search'), '本机关已尽检索义务')]
      : []),
    ...(facts.consultations.length > 0
      ? [make(54, 'consultations', consultationSheet(record), last('consult'), '征求意见的经过和结果')]
      : []),
    ...(last('propose_extension')
      ? [make(60, 'extension', extensionSheet(record), last('propose_extension'), '延长答复期限经过批准')]
      : []),
    ...(wasDecided(record)
      ? [
          make(
            80,
            'approval',
            approvalSheet(record),
            last('approve') ?? lastDraft(record)?.on,
            '答复经过审核、保密审查和批准',
          ),
        ]
      : []),
    ...(withheldIn(lastDraft(record)).length > 0
      ? [make(102, 'withheld', withheldSheet(record), lastDraft(record)?.on, '不予公开的部分、依据和理由')]
      : []),
    make(115, 'process', processSheet(record), undefined, '各环节的时间和答复期限的计算'),
    ...(last('rate_service') ? [make(130, 'rating', ratingSheet(record), last('rate_service'), null)] : []),
  ];
};

/** The documents of a case in archival order (卷内文件的排列): sheets, letters and files, what was removed left out. */
export const itemsOfCase = (record: ArchiveRecord): readonly ArchiveItem[] =>
  [
    ...sheetsOf(record),
    ...record.letters.map((letter) => ofLetter(record, letter)),
    ...record.files.map((file) => ofFile(record, file)),
  ]
    .toSorted(
      (a, b) =>
        a.order - b.order ||
        (a.item.date < b.item.date ? -1 : a.item.date > b.item.date ? 1 : 0) ||
        (a.item.key < b.item.key ? -1 : 1),
    )
    .map(({ item }) => item);
