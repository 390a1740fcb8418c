import {
  EvidencePack,
  PackRecord,
} from '@synchrony/backstage-plugin-scorecards-common';
import { EvidenceRecord } from '@synchrony/backstage-plugin-scorecards-node';
import { byText } from './byText';

/** What a plugin told for a pack. */
export interface ToldRecords {
  source: string;
  state: EvidencePack['sources'][number]['state'];
  records: EvidenceRecord[];
}

function nameOf({ entityRef, id, kind, source }: PackRecord): string {
  return [entityRef, kind, source, id].join(' ');
}

/** Records of other plugins in one order, and who was asked for them. */
export function packRecords(
  told: readonly ToldRecords[],
): Pick<EvidencePack, 'records' | 'sources'> {
  return {
    records: told
      .flatMap(({ records, source }) =>
        records.map((record): PackRecord => ({ ...record, source })),
      )
      .sort(byText(nameOf)),
    sources: told
      .map(({ source, state }) => ({ source, state }))
      .sort(byText(({ source }) => source)),
  };
}
