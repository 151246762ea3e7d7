/**
 * Where our documents carry their report as JSON (`reportToJson`), so that reading one back loses
 * nothing. Writers and readers both take the names from here.
 */

/** HTML: `<script type="application/json" id="gongkai-report">`. */
export const embeddedElementId = 'gongkai-report';

/** DOCX and XLSX: a part of the package, with a relationship of the package to it. Word and WPS leave unknown parts alone. */
export const embeddedPartName = 'gongkai/report.json';

/** A name for the kind of relationship; nothing is fetched from there. */
export const embeddedRelationshipType = 'urn:gongkai:relationships:report';

/** PDF: the name of an attached file (ISO 32000-2, 7.11.4). */
export const embeddedAttachmentName = 'gongkai-report.json';
