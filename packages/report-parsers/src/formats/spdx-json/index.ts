import { ReportDocument, ReportFormat } from '../../types';
import { JsonObject, isObject, requireObject } from '../../shared/json';
import { toRuns } from '../spdx/toRuns';
import { readVersion2 } from './version2';
import { isVersion3, readVersion3 } from './version3';

const VERSION_2 = /^SPDX-2\.\d+$/;

function isVersion2(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    typeof value.spdxVersion === 'string' &&
    VERSION_2.test(value.spdxVersion)
  );
}

/** The document, which GitHub's export wraps in an object. */
function documentOf(document: ReportDocument): unknown {
  const value = document.kind === 'json' ? document.value : undefined;
  return isObject(value) && isVersion2(value.sbom) ? value.sbom : value;
}

/**
 * SPDX in JSON: 2.2 and 2.3, as GitHub exports it, too, and 3.0 in JSON-LD. One
 * run per document, which is an inventory of its packages.
 */
export const spdxJson: ReportFormat = {
  id: 'spdx-json',
  title: 'SPDX JSON',
  toolName: 'SPDX',
  documentation: 'https://spdx.github.io/spdx-spec/v2.3/',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    const value = documentOf(document);
    return isVersion2(value) || (isObject(value) && isVersion3(value));
  },
  parse(document) {
    const value = requireObject(documentOf(document), '');
    return toRuns(
      isVersion3(value) ? readVersion3(value) : readVersion2(value),
    );
  },
};
