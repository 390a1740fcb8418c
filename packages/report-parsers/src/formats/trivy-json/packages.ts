import { ParsedInventory } from '../../types';
import { ListedComponent, toInventory } from '../../shared/inventory';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  optionalList,
} from '../../shared/json';
import { purlInEcosystem } from '../../shared/packagePurls';
import { toTarget } from './targets';

const RELATIONSHIPS: ReadonlyMap<string, boolean> = new Map([
  ['direct', true],
  ['indirect', false],
]);

/** A system's package has its epoch and its release beside its version. */
function versionOf({ Epoch, Release, Version }: JsonObject) {
  const version = asText(Version);
  if (!version) return undefined;
  const release = asText(Release);
  const epoch = typeof Epoch === 'number' && Epoch > 0 ? `${Epoch}:` : '';
  return `${epoch}${version}${release ? `-${release}` : ''}`;
}

function toListed(item: JsonObject, kind: string | undefined): ListedComponent {
  const name = asText(item.Name);
  const version = versionOf(item);
  return {
    kind: 'library',
    name,
    version,
    purl:
      asText(asObject(item.Identifier).PURL) ??
      purlInEcosystem(kind, name, version),
    licences: asList(item.Licenses)
      .map(asText)
      .filter(licence => licence !== undefined),
    scope: item.Dev === true ? 'excluded' : undefined,
    direct: RELATIONSHIPS.get(asText(item.Relationship) ?? ''),
  };
}

/** The packages that Trivy found, which it lists from 0.53 on, and before with `--list-all-pkgs`. */
export function inventoryOf(
  results: readonly unknown[],
): ParsedInventory | undefined {
  return toInventory({
    components: results.filter(isObject).flatMap((result, index) => {
      const { kind } = toTarget(result, { isImage: false });
      return optionalList(result, 'Packages', `/Results/${index}`)
        .map(asObject)
        .map(item => toListed(item, kind));
    }),
  });
}
