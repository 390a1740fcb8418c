import { ParsedProduct, ParsedRun } from '../../types';
import { toIsoTime } from '../../shared/times';
import {
  CYCLONEDX_JUSTIFICATIONS,
  CYCLONEDX_STATES,
} from '../vex/justifications';
import { StatementCollector, asPurl } from '../vex/StatementCollector';
import { Bom, BomTarget } from './model';

const BOM_LINK = /^urn:cdx:/i;

/**
 * Whether the document is VEX and no scan: it lists no components of its own,
 * and says of every vulnerability what its author knows.
 */
export function isVex({ listsComponents, vulnerabilities }: Bom): boolean {
  return (
    !listsComponents &&
    vulnerabilities !== undefined &&
    vulnerabilities.length > 0 &&
    vulnerabilities.every(({ analysis }) => analysis?.state !== undefined)
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a reference names without its document: often it is a package URL. */
function purlOf(ref: string): string | undefined {
  if (!BOM_LINK.test(ref)) return asPurl(ref);
  const hash = ref.indexOf('#');
  if (hash < 0) return undefined;
  const part = ref.slice(hash + 1);
  return asPurl(part) ?? asPurl(decoded(part));
}

function toProduct({ ref, versions }: BomTarget, bom: Bom): ParsedProduct[] {
  if (!ref) return [];
  const { subject } = bom;
  if (subject && ref === bom.subjectRef) {
    const { name, purl } = subject;
    return [{ id: ref, name, purl: asPurl(purl), subcomponents: [] }];
  }
  const purl = purlOf(ref);
  // Versions narrow the statement in ways that a package URL can't say.
  const isNarrowed = versions.length > 0 && !purl?.includes('@');
  return [{ id: ref, purl: isNarrowed ? undefined : purl, subcomponents: [] }];
}

/** The statements of a VEX document in CycloneDX. */
export function toStatementRuns(bom: Bom): ParsedRun[] {
  const collector = new StatementCollector({
    statuses: CYCLONEDX_STATES,
    justifications: CYCLONEDX_JUSTIFICATIONS,
  });
  for (const [index, entry] of (bom.vulnerabilities ?? []).entries()) {
    const { analysis, id, recommendation, references, targets } = entry;
    const state = analysis?.state;
    collector.add({
      path: `/vulnerabilities/${index}`,
      vulnerabilityIds: [id, ...references],
      products: targets.flatMap(target => toProduct(target, bom)),
      status: state,
      justification: analysis?.justification,
      settled: state === 'false_positive' ? 'false_positive' : undefined,
      impact: analysis?.detail,
      action: [...(analysis?.responses ?? []), recommendation]
        .filter(Boolean)
        .join(': '),
      at: toIsoTime(analysis?.lastUpdated) ?? toIsoTime(analysis?.firstIssued),
    });
  }
  const tool = bom.tools.find(({ name }) => name);
  return [
    collector.toRun(
      { name: 'CycloneDX VEX' },
      {
        documentId: bom.serialNumber ?? bom.subject?.name ?? 'unnamed',
        version: bom.version,
        author: bom.author ?? tool?.name,
        issuedAt: toIsoTime(bom.timestamp),
      },
    ),
  ];
}
