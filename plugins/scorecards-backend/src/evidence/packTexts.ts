import {
  EvidenceItem,
  EvidencePack,
  PackCheck,
} from '@synchrony/backstage-plugin-scorecards-common';

/** Evidence in one line. */
export function evidenceText(evidence: readonly EvidenceItem[] = []): string {
  return evidence
    .map(({ title, value }) => `${title}: ${value ?? 'not told'}`)
    .join('; ');
}

/** Titles of checks, of the version that was in force. */
export function titlesOf(
  pack: EvidencePack,
): (check: Pick<PackCheck, 'id' | 'version'>) => string {
  const titles = new Map(
    pack.scorecards
      .flatMap(({ checks }) => checks)
      .map(({ id, title, version }) => [`${id}@${version}`, title]),
  );
  return ({ id, version }) => titles.get(`${id}@${version}`) ?? id;
}
