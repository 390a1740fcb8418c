import { ReportError, ReportFormat } from '../../types';
import { requireList, requireObject } from '../../shared/json';
import { NUCLEI, NucleiRun, isNucleiRecord } from '../nuclei/records';

/** Nuclei with `-json-export`: a list of matches. Without any it is `[]`, which needs the format to be named. */
export const nucleiJson: ReportFormat = {
  id: 'nuclei-json',
  title: 'Nuclei JSON export',
  toolName: NUCLEI,
  documentation: 'https://docs.projectdiscovery.io/opensource/nuclei/running',
  kind: 'json',
  controlTypes: ['dast'],
  recognises(document) {
    return (
      document.kind === 'json' &&
      Array.isArray(document.value) &&
      isNucleiRecord(document.value[0])
    );
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    const records = value === null ? [] : requireList(value, '');
    const run = new NucleiRun();
    for (const [index, item] of records.entries()) {
      const record = requireObject(item, `/${index}`);
      if (!isNucleiRecord(record)) {
        throw new ReportError(
          'The entry is no match of Nuclei: it has no template id and info.',
          { path: `/${index}` },
        );
      }
      run.add(record);
    }
    return [run.toRun()];
  },
};
