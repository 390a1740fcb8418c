import { JsonObject, JsonValue } from '@backstage/types';
import { factsSchema } from './factsSchema';

interface Leaf {
  path: string;
  schema: JsonObject;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Facts that have no parts, and maps, which have parts of one kind. */
function leavesOf(schema: JsonObject, path = ''): Leaf[] {
  return isObject(schema.properties)
    ? Object.entries(schema.properties).flatMap(([name, part]) =>
        isObject(part) ? leavesOf(part, path ? `${path}.${name}` : name) : [],
      )
    : [{ path, schema }];
}

function typeOf({ additionalProperties, type }: JsonObject) {
  return isObject(additionalProperties) ? additionalProperties.type : type;
}

const COUNTS =
  /^(open|overdue|adjusted|accepted|acceptedOverdue|remediation)\./;

describe('the schema of the facts', () => {
  const leaves = leavesOf(factsSchema);

  it('marks only numbers as restricted, which evidence may show (ADR 26)', () => {
    const restricted = leaves.filter(({ schema }) => schema.restricted);
    expect(restricted.length).toBeGreaterThan(100);
    for (const { path, schema } of restricted) {
      expect([path, typeOf(schema)]).toEqual([path, 'integer']);
    }
  });

  it('marks every count of findings', () => {
    const counts = leaves.filter(({ path }) => COUNTS.test(path));
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter(({ schema }) => schema.restricted !== true)).toEqual(
      [],
    );
  });
});
