import { ParsedInventoryComponent, ParsedRun } from '../../types';
import { imageWithoutVersion } from '../../shared/images';
import { ListedComponent, toInventory } from '../../shared/inventory';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { SpdxDocument, SpdxPackage, SpdxRelationship } from './model';

const DOCUMENT = 'SPDXRef-DOCUMENT';

const DEPENDENCY_OF = '_DEPENDENCY_OF';

/** How a package is used, by the first word of `…_DEPENDENCY_OF`. */
const SCOPES: ReadonlyMap<string, ParsedInventoryComponent['scope']> = new Map([
  ['BUILD', 'excluded'],
  ['DEV', 'excluded'],
  ['TEST', 'excluded'],
  ['OPTIONAL', 'optional'],
  ['PROVIDED', 'optional'],
  ['RUNTIME', 'required'],
]);

/** Who depends on what, also where the relationship is told the other way round. */
function dependencyOf({
  from,
  to,
  type,
}: SpdxRelationship):
  { who: string; what: string; scope?: string } | undefined {
  if (type === 'DEPENDS_ON') return { who: from, what: to };
  if (type === 'DEPENDENCY_OF') return { who: to, what: from };
  return type.endsWith(DEPENDENCY_OF)
    ? { who: to, what: from, scope: type.slice(0, -DEPENDENCY_OF.length) }
    : undefined;
}

function graphOf(relationships: SpdxRelationship[]) {
  const dependencies = new Map<string, string[]>();
  const scopes = new Map<string, ParsedInventoryComponent['scope']>();
  for (const relationship of relationships) {
    const found = dependencyOf(relationship);
    if (found) {
      const targets = dependencies.get(found.who);
      if (targets) targets.push(found.what);
      else dependencies.set(found.who, [found.what]);
      const scope = SCOPES.get(found.scope ?? '');
      if (scope) scopes.set(found.what, scope);
    }
  }
  return { dependencies, scopes };
}

/** The one package that the document is about; several are parts like all others. */
function subjectOf(document: SpdxDocument): SpdxPackage | undefined {
  const described = new Set(document.described);
  for (const { from, to, type } of document.relationships) {
    if (type === 'DESCRIBES' && from === DOCUMENT) described.add(to);
    if (type === 'DESCRIBED_BY' && to === DOCUMENT) described.add(from);
  }
  const packages = document.packages.filter(({ id }) => described.has(id));
  return packages.length === 1 && document.packages.length > 1
    ? packages[0]
    : undefined;
}

function toListed(
  item: SpdxPackage,
  scope?: ParsedInventoryComponent['scope'],
): ListedComponent {
  return {
    ref: item.id,
    kind: item.purpose?.toLowerCase(),
    name: item.name,
    version: item.version,
    purl: item.purl,
    licences: item.licences,
    scope,
  };
}

function toolOf({ tools }: SpdxDocument): ParsedRun['tool'] {
  const [tool] = tools;
  const match = tool && /^(.{1,200}?)-v?(\d[^\s]*)$/.exec(tool);
  return match
    ? { name: match[1], version: match[2] }
    : { name: tool ? cut(tool, 200) : 'SPDX' };
}

/** One run per document: an inventory, never a scan. */
export function toRuns(document: SpdxDocument): ParsedRun[] {
  const { dependencies, scopes } = graphOf(document.relationships);
  const root = subjectOf(document);
  const subject = root && toListed(root);
  const name = root?.name ?? document.name;
  return [
    {
      tool: toolOf(document),
      evidence: 'inventory',
      evidenceReason:
        'The document lists packages; SPDX tells nothing of vulnerabilities.',
      controlTypes: [],
      category: name && imageWithoutVersion(cut(name, NAME_LENGTH)),
      scannedAt: toIsoTime(document.created),
      inventory: toInventory({
        subject,
        components: document.packages
          .filter(item => item !== root)
          .map(item => toListed(item, scopes.get(item.id))),
        dependencies,
      }),
      findings: [],
      counts: { raw: 0, leftOut: {} },
    },
  ];
}
