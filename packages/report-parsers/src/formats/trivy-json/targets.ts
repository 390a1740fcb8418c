import { JsonObject, asText } from '../../shared/json';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toRepositoryPath } from '../../shared/paths';

/** What the findings of one entry of `Results` share. */
export interface TrivyTarget {
  /** `Target` as it stands. */
  name: string;
  /** `Target` as a path. */
  path: string;
  /** `Class`: os-pkgs, lang-pkgs, config, secret, license … */
  resultClass?: string;
  /** `Type`: debian, npm, dockerfile … */
  kind?: string;
  isImage: boolean;
  /** The Kubernetes resource that holds the target. */
  resourceName?: string;
}

/** Old reports have no `Class`; only system packages have their system in the target's name. */
function classOf(result: JsonObject, name: string): string | undefined {
  const given = asText(result.Class);
  if (given) return given;
  if (Array.isArray(result.Misconfigurations)) return 'config';
  if (Array.isArray(result.Secrets)) return 'secret';
  if (/ \([a-z][a-z0-9 ._-]* [^()]+\)$/i.test(name)) return 'os-pkgs';
  return result.Vulnerabilities === undefined ? undefined : 'lang-pkgs';
}

/** An entry of `Results`. */
export function toTarget(
  result: JsonObject,
  context: Pick<TrivyTarget, 'isImage' | 'resourceName'>,
): TrivyTarget {
  const name = cut(asText(result.Target) ?? '', NAME_LENGTH);
  return {
    name,
    path: toRepositoryPath(name),
    resultClass: classOf(result, name),
    kind: asText(result.Type),
    ...context,
  };
}
