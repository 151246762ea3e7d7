/** Elements that begin and end a line (HTML Standard, 15.3 Flow content). */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup ' +
    'option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Elements whose content is never part of the text: code, fallbacks, form controls, readings above characters. */
export const silentElements: ReadonlySet<string> = new Set(
  (
    'audio canvas datalist embed iframe noembed noframes noscript object rp rt script select style svg ' +
    'template textarea video'
  ).split(' '),
);

export const voidElements: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements in which white space is kept. */
export const preElements: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext']);
