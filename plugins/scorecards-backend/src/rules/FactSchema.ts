import { ObjectSchema } from '@marcbachmann/cel-js';
import { hashOf } from '@synchrony/backstage-plugin-scorecards-node';
import { isJsonObject } from './json';

type Schema = Record<string, unknown>;

/** Type of a value in a rule; undefined where anything may stand. */
type CelType = string | ObjectSchema;

const SCALARS: Record<string, string> = {
  string: 'string',
  integer: 'int',
  number: 'double',
  boolean: 'bool',
};

function basicType(schema: Schema): string | undefined {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const type = types.find(item => item !== 'null');
  if (typeof type === 'string') {
    return type;
  }
  if (
    Array.isArray(schema.enum) &&
    schema.enum.every(item => typeof item === 'string')
  ) {
    return 'string';
  }
  return schema.properties ? 'object' : undefined;
}

/**
 * What a source says of its facts by JSON Schema: it types the rules, names
 * the facts for people, and turns JSON into values of the rule language.
 */
export class FactSchema {
  readonly #root: Schema | undefined;

  constructor(root: Record<string, unknown> | undefined) {
    this.#root = root;
  }

  /** The same for the same schema. */
  hash(): string {
    return hashOf(this.#root ?? null);
  }

  /** The type of the whole of the facts. */
  celType(): CelType {
    return this.#root ? this.#typeOf(this.#root) : 'map';
  }

  /** The title of the fact at a path, e.g. `coverage.sast.state`. */
  titleOf(path: string[]): string | undefined {
    const title = this.#at(path)?.title;
    return typeof title === 'string' ? title : undefined;
  }

  /** JSON as a rule reads it: whole numbers, and text that is never absent. */
  toCel(value: unknown): unknown {
    return this.#convert(value, this.#root);
  }

  #at(path: string[]): Schema | undefined {
    let schema = this.#resolve(this.#root);
    for (const name of path) {
      const properties = schema?.properties;
      const property = isJsonObject(properties) ? properties[name] : undefined;
      schema = this.#resolve(property ?? schema?.additionalProperties);
    }
    return schema;
  }

  #resolve(schema: unknown): Schema | undefined {
    if (!isJsonObject(schema)) {
      return undefined;
    }
    if (typeof schema.$ref !== 'string' || !schema.$ref.startsWith('#/')) {
      return schema;
    }
    let target: unknown = this.#root;
    for (const name of schema.$ref.slice(2).split('/')) {
      target = isJsonObject(target) ? target[name] : undefined;
    }
    return isJsonObject(target)
      ? { ...target, ...schema, $ref: undefined }
      : undefined;
  }

  #typeOf(unresolved: unknown): CelType {
    const schema = this.#resolve(unresolved);
    const type = schema && basicType(schema);
    if (type !== 'object') {
      return type === 'array' ? 'list' : (SCALARS[type ?? ''] ?? 'dyn');
    }
    if (!isJsonObject(schema?.properties)) {
      return 'map';
    }
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        this.#typeOf(property),
      ]),
    );
  }

  #convert(value: unknown, unresolved: unknown): unknown {
    const schema = this.#resolve(unresolved);
    const type = schema && basicType(schema);
    if (typeof value === 'number') {
      return type !== 'number' && Number.isInteger(value)
        ? BigInt(value)
        : value;
    }
    if (Array.isArray(value)) {
      return value.map(item => this.#convert(item, schema?.items));
    }
    if (!isJsonObject(value)) {
      return value === null && type === 'string' ? '' : value;
    }
    const properties = isJsonObject(schema?.properties)
      ? schema.properties
      : {};
    const absentTexts = Object.entries(properties)
      .filter(
        ([name, property]) =>
          value[name] === undefined && this.#typeOf(property) === 'string',
      )
      .map(([name]) => [name, '']);
    const present = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [
        name,
        this.#convert(item, properties[name] ?? schema?.additionalProperties),
      ]);
    return Object.fromEntries([...absentTexts, ...present]);
  }
}
