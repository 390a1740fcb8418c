import {
  FindingStatus,
  InventoryMatch,
  VersionAnswer,
} from '@synchrony/backstage-plugin-ingestion-common';

/** A version of a package that an entity has, with all that says so. */
export interface FoundVersion {
  package: string;
  version: string;
  answer: VersionAnswer;
  direct?: boolean;
  fixedVersions: string[];
  finding?: { id: string; status?: FindingStatus };
  /** Tools whose lists have it. */
  tools: string[];
}

/** Lists and findings that name the same version, as one. */
export function versionsOf(matches: InventoryMatch[]): FoundVersion[] {
  const byVersion = Map.groupBy(
    matches,
    match => `${match.package} ${match.version}`,
  );
  return [...byVersion.values()].map(same => {
    const finding = same.find(match => match.findingId !== undefined);
    const direct = same.filter(match => match.direct !== undefined);
    return {
      package: same[0].package,
      version: same[0].version,
      answer: same[0].answer,
      direct:
        direct.length > 0 ? direct.some(match => match.direct) : undefined,
      fixedVersions: [
        ...new Set(same.flatMap(match => match.fixedVersions ?? [])),
      ],
      finding: finding?.findingId
        ? { id: finding.findingId, status: finding.status }
        : undefined,
      tools: [
        ...new Set(
          same.flatMap(match =>
            match.source === 'inventory' && match.tool ? [match.tool] : [],
          ),
        ),
      ],
    };
  });
}
