import { CliError } from '../CliError';
import { EXIT_CODES } from '../exitCodes';

const PATTERN =
  /^(?:(?<kind>[a-z0-9-]+):)?(?:(?<namespace>[a-z0-9-]+)\/)?(?<name>[a-z0-9]([a-z0-9._-]*[a-z0-9])?)$/;

/** A full, lower-case ref; kind defaults to component, namespace to default. */
export function fullEntityRef(ref: string): string {
  const groups = PATTERN.exec(ref.trim().toLowerCase())?.groups;
  if (!groups) {
    throw new CliError(
      `"${ref}" is no entity ref: write it like component:default/payments-api.`,
      EXIT_CODES.usage,
    );
  }
  const { kind = 'component', namespace = 'default', name } = groups;
  return `${kind}:${namespace}/${name}`;
}
