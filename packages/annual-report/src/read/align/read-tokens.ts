import type { Source } from '../source.ts';
import { dropOrdinals } from './drop-ordinals.ts';
import { joinColumns } from './join-columns.ts';
import { joinLabels } from './join-labels.ts';
import type { Token } from './token.ts';
import { tokenise } from './tokenise.ts';

/** A source as tokens: labels in one piece each, a column of ordinals left out. */
export const readTokens = (source: Source): readonly Token[] =>
  joinColumns(joinLabels(dropOrdinals(tokenise(source))));
