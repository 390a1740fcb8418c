import { ParsedProduct, ReportFormat } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { toIsoTime } from '../../shared/times';
import { requireText } from '../vex/requireText';
import { VEX_JUSTIFICATIONS, VEX_STATUSES } from '../vex/justifications';
import {
  StatementCollector,
  asPurl,
  shortText,
} from '../vex/StatementCollector';

const CONTEXT = /^https:\/\/openvex\.dev\/ns(?:\/|$)/;

/** A product or a part of one: its id alone (0.0.1), or an object (0.2.0). */
function toPart(value: unknown): { id: string; purl?: string } | undefined {
  const part = asObject(value);
  const purl = asText(asObject(part.identifiers).purl);
  const id = shortText(asText(value) ?? asText(part['@id']) ?? purl);
  return id === undefined ? undefined : { id, purl: asPurl(purl ?? id) };
}

function toProducts(statement: JsonObject, path: string): ParsedProduct[] {
  // Until 0.0.1 the parts stand beside the products, of which they all are parts.
  const shared = optionalList(statement, 'subcomponents', path);
  return optionalList(statement, 'products', path).flatMap(value => {
    const product = toPart(value);
    const own = asList(asObject(value).subcomponents);
    return product
      ? [
          {
            ...product,
            subcomponents: [...own, ...shared].flatMap(
              part => toPart(part) ?? [],
            ),
          },
        ]
      : [];
  });
}

/** The id of the vulnerability and its aliases. */
function toVulnerabilityIds(value: unknown): (string | undefined)[] {
  const vulnerability = asObject(value);
  const name = asText(value) ?? asText(vulnerability.name);
  return [
    // An IRI that only identifies is no name.
    name ?? asText(vulnerability['@id']),
    ...asList(vulnerability.aliases).map(asText),
  ];
}

/** OpenVEX 0.0.1 and 0.2.0: what an author knows of vulnerabilities in products. */
export const openvex: ReportFormat = {
  id: 'openvex',
  title: 'OpenVEX',
  documentation: 'https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    return (
      document.kind === 'json' &&
      isObject(document.value) &&
      CONTEXT.test(asText(document.value['@context']) ?? '')
    );
  },
  parse(document) {
    const root = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const documentId = requireText(root, '@id', '');
    const issuedAt = toIsoTime(root.last_updated) ?? toIsoTime(root.timestamp);
    const collector = new StatementCollector({
      statuses: VEX_STATUSES,
      justifications: VEX_JUSTIFICATIONS,
    });
    const statements = requireList(root.statements, '/statements');
    for (const [index, value] of statements.entries()) {
      const path = `/statements/${index}`;
      const statement = requireObject(value, path);
      collector.add({
        path,
        vulnerabilityIds: toVulnerabilityIds(statement.vulnerability),
        products: toProducts(statement, path),
        status: asText(statement.status),
        justification: asText(statement.justification),
        impact: asText(statement.impact_statement),
        action: asText(statement.action_statement),
        at: toIsoTime(statement.last_updated) ?? toIsoTime(statement.timestamp),
      });
    }
    const version = asText(root.version) ?? root.version;
    return [
      collector.toRun(
        { name: 'OpenVEX' },
        {
          documentId,
          version: version === undefined ? undefined : String(version),
          author: asText(root.author),
          issuedAt,
        },
      ),
    ];
  },
};
