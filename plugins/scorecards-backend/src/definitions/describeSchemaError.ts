import { ErrorObject } from 'ajv';
import { DefinitionPath } from './DefinitionError';

/** What a JSON Schema has to say against a value. */
export interface SchemaFault {
  path: DefinitionPath;
  message: string;
  expected?: string;
}

function pathOf(pointer: string): DefinitionPath {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

function expectedBy({ keyword, params }: ErrorObject): string | undefined {
  switch (keyword) {
    case 'enum':
      return params.allowedValues.join(', ');
    case 'const':
      return String(params.allowedValue);
    case 'type':
      return String(params.type);
    case 'required':
      return `a field ${params.missingProperty}`;
    case 'dependentRequired':
      return `a field ${params.missingProperty}`;
    case 'pattern':
      return `text like ${params.pattern}`;
    case 'minimum':
    case 'maximum':
      return `${params.comparison} ${params.limit}`;
    default:
      return undefined;
  }
}

/** A fault with its place. A field too many stands where the field stands. */
export function describeSchemaError(error: ErrorObject): SchemaFault {
  const extra: unknown = error.params.additionalProperty;
  const path = pathOf(error.instancePath);
  const where = path.join('.');
  const allowed: unknown = error.params.allowedValues;
  const detail = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : '';
  const name = typeof extra === 'string' ? ` (${extra})` : '';
  return {
    path: typeof extra === 'string' ? [...path, extra] : path,
    message: `${where ? `${where} ` : ''}${error.message}${detail}${name}`,
    expected: expectedBy(error),
  };
}
