import { ParsedInventory, ParsedInventoryComponent } from '../types';
import { identifyComponent } from './packageIdentity';
import { NAME_LENGTH, cut } from './text';

/** Something that an SBOM lists, in the words that its formats share. */
export interface ListedComponent {
  /** What relations name it by. */
  ref?: string;
  kind?: string;
  group?: string;
  name?: string;
  version?: string;
  purl?: string;
  licences?: string[];
  scope?: ParsedInventoryComponent['scope'];
  /** Where the document says so itself, without a graph. */
  direct?: boolean;
}

/** All that a document lists. */
export interface ListedInventory {
  subject?: ListedComponent;
  components: Iterable<ListedComponent>;
  /** What depends on what, by refs; undefined when the document has no graph. */
  dependencies?: ReadonlyMap<string, readonly string[]>;
}

const NO_PACKAGES = new Set(['cryptographic-asset', 'data', 'file']);
const LONGEST_LICENCE = 200;
const MOST_LICENCES = 20;

/** Tools list lock files and folders, too: these have neither version nor package URL. */
function isPackage({ kind, purl, version }: ListedComponent): boolean {
  return (
    !NO_PACKAGES.has(kind?.toLowerCase() ?? '') &&
    (purl !== undefined || version !== undefined)
  );
}

/**
 * What the subject depends on itself. A lock file in between does not count: it
 * is no package. Undefined when nothing says what the subject depends on.
 */
function directOf(
  { dependencies, subject }: ListedInventory,
  packages: ReadonlySet<string>,
): Set<string> | undefined {
  if (!subject?.ref || !dependencies?.has(subject.ref)) return undefined;
  const direct = new Set<string>();
  const passed = new Set<string>();
  const waiting = [subject.ref];
  for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
    if (passed.has(ref)) continue;
    passed.add(ref);
    for (const next of dependencies.get(ref) ?? []) {
      if (packages.has(next)) direct.add(next);
      else waiting.push(next);
    }
  }
  return direct.size > 0 ? direct : undefined;
}

function licencesOf(licences: string[] | undefined): string[] {
  return [...new Set(licences)]
    .slice(0, MOST_LICENCES)
    .map(licence => cut(licence.trim(), LONGEST_LICENCE));
}

/** The packages that a document lists; undefined when there are none. */
export function toInventory(
  listed: ListedInventory,
): ParsedInventory | undefined {
  const packages: ListedComponent[] = [];
  const refs = new Set<string>();
  for (const component of listed.components) {
    if (component !== listed.subject && isPackage(component)) {
      packages.push(component);
      if (component.ref) refs.add(component.ref);
    }
  }
  const direct = directOf(listed, refs);
  const components: ParsedInventoryComponent[] = [];
  for (const item of packages) {
    const identified = identifyComponent(item);
    if (identified) {
      components.push({
        ...identified,
        kind: item.kind && cut(item.kind, 40),
        licences: licencesOf(item.licences),
        scope: item.scope,
        direct: direct && item.ref ? direct.has(item.ref) : item.direct,
      });
    }
  }
  if (components.length === 0) return undefined;
  const { subject } = listed;
  return {
    subject: subject?.name
      ? { name: cut(subject.name, NAME_LENGTH), version: subject.version }
      : undefined,
    components,
  };
}
