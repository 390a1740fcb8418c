import { VexDocument } from './types';

/**
 * Whose statements decide where one person may. Without a list everybody who
 * may send reports for the entity is trusted.
 */
export interface VexTrust {
  submitters?: readonly string[];
  authors?: readonly string[];
}

/**
 * The author is what the document claims, so a list of authors only narrows
 * whom the submitter may speak for.
 */
export function isTrusted(
  { author, submitter }: Pick<VexDocument, 'author' | 'submitter'>,
  { authors, submitters }: VexTrust,
): boolean {
  return (
    (submitters?.includes(submitter) ?? true) &&
    (authors?.includes(author ?? '') ?? true)
  );
}
