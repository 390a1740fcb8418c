import { ReportError, ReportFormat } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { toIsoTime } from '../../shared/times';
import { cut } from '../../shared/text';
import { requireText } from '../vex/requireText';
import { CSAF_STATUSES, VEX_JUSTIFICATIONS } from '../vex/justifications';
import { StatementCollector } from '../vex/StatementCollector';
import { ProductTree } from './products';

const CATEGORIES = new Set(['csaf_vex', 'csaf_security_advisory']);

/** What is said of products that it names, the first word for each. */
function byProduct(
  entries: readonly unknown[],
  tree: ProductTree,
  textOf: (entry: JsonObject) => string | undefined,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const value of entries) {
    const entry = asObject(value);
    const text = textOf(entry);
    for (const id of text ? tree.idsNamedBy(entry) : []) {
      if (text && !texts.has(id)) texts.set(id, text);
    }
  }
  return texts;
}

/** Products of one vulnerability of which the same is said make one statement. */
function readVulnerability(
  vulnerability: JsonObject,
  path: string,
  tree: ProductTree,
  collector: StatementCollector,
): void {
  const flags = byProduct(
    optionalList(vulnerability, 'flags', path),
    tree,
    flag => asText(flag.label),
  );
  const impacts = byProduct(
    optionalList(vulnerability, 'threats', path),
    tree,
    threat =>
      threat.category === 'impact' ? asText(threat.details) : undefined,
  );
  const actions = byProduct(
    optionalList(vulnerability, 'remediations', path),
    tree,
    remediation => asText(remediation.details),
  );
  const vulnerabilityIds = [
    asText(vulnerability.cve),
    ...asList(vulnerability.ids).map(id => asText(asObject(id).text)),
  ];
  const statuses = asObject(vulnerability.product_status);
  for (const [word, status] of CSAF_STATUSES) {
    const place = `${path}/product_status`;
    const ids = optionalList(statuses, word, place).flatMap(
      id => asText(id) ?? [],
    );
    const alike = Map.groupBy(new Set(ids), id =>
      JSON.stringify([flags.get(id), impacts.get(id), actions.get(id)]),
    );
    for (const group of alike.values()) {
      const [first] = group;
      collector.add({
        path: `${place}/${word}/${ids.indexOf(first)}`,
        vulnerabilityIds,
        products: group.map(id => tree.resolve(id)),
        status: word,
        justification: status === 'not_affected' ? flags.get(first) : undefined,
        impact: impacts.get(first),
        action: actions.get(first),
      });
    }
  }
}

/** CSAF 2.0 and 2.1, the profiles for VEX and for security advisories. */
export const csafVex: ReportFormat = {
  id: 'csaf-vex',
  title: 'CSAF VEX',
  documentation:
    'https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const head = document.value.document;
    return (
      isObject(head) &&
      isObject(head.tracking) &&
      (asText(head.csaf_version) !== undefined ||
        /^csaf_/.test(asText(head.category) ?? ''))
    );
  },
  parse(document) {
    const root = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const head = requireObject(root.document, '/document');
    const category = requireText(head, 'category', '/document');
    if (!CATEGORIES.has(category)) {
      throw new ReportError(
        `A document of category "${cut(category, 80)}" has no statements; ${[
          ...CATEGORIES,
        ].join(' and ')} have.`,
        { path: '/document/category' },
      );
    }
    const tracking = requireObject(head.tracking, '/document/tracking');
    const tree = new ProductTree(asObject(root.product_tree), '/product_tree');
    const collector = new StatementCollector({
      statuses: CSAF_STATUSES,
      justifications: VEX_JUSTIFICATIONS,
    });
    const list = optionalList(root, 'vulnerabilities', '');
    for (const [index, value] of list.entries()) {
      const path = `/vulnerabilities/${index}`;
      readVulnerability(requireObject(value, path), path, tree, collector);
    }
    return [
      collector.toRun(
        { name: 'CSAF' },
        {
          documentId: requireText(tracking, 'id', '/document/tracking'),
          version: asText(tracking.version),
          author: asText(asObject(head.publisher).name),
          issuedAt:
            toIsoTime(tracking.current_release_date) ??
            toIsoTime(tracking.initial_release_date),
        },
      ),
    ];
  },
};
