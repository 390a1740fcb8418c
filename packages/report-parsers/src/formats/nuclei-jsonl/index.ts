import { ReportError, ReportFormat } from '../../types';
import { NUCLEI, NucleiRun, isNucleiRecord } from '../nuclei/records';

/** Nuclei with `-jsonl` (`-json` before 2.9): one match a line. */
export const nucleiJsonl: ReportFormat = {
  id: 'nuclei-jsonl',
  title: 'Nuclei JSON lines',
  toolName: NUCLEI,
  documentation: 'https://docs.projectdiscovery.io/opensource/nuclei/running',
  kind: 'jsonl',
  controlTypes: ['dast'],
  recognises(document) {
    return document.kind === 'jsonl' && isNucleiRecord(document.values[0]);
  },
  parse(document) {
    const values = document.kind === 'jsonl' ? document.values : [];
    const run = new NucleiRun();
    for (const [index, value] of values.entries()) {
      if (!isNucleiRecord(value)) {
        throw new ReportError(
          `Record ${index + 1} is no match of Nuclei: it has no template id and info.`,
          { path: `/${index}`, line: index + 1 },
        );
      }
      run.add(value);
    }
    return [run.toRun()];
  },
};
