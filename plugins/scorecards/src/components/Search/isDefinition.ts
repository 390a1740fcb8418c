import { SearchDocument } from '@backstage/plugin-search-common';
import { DefinitionDocument } from '@synchrony/backstage-plugin-scorecards-common';

/** Whether a document is of a check or a scorecard. */
export function isDefinition(
  document: SearchDocument,
): document is DefinitionDocument {
  return (
    'definition' in document &&
    (document.definition === 'check' || document.definition === 'scorecard')
  );
}
