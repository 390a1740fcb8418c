import Ajv, { ValidateFunction } from 'ajv/dist/2020';
import { DefinitionError } from '../definitions/DefinitionError';
import { describeSchemaError } from '../definitions/describeSchemaError';

/** Checks facts against the JSON Schema of their source. */
export class FactValidator {
  readonly #validate: ValidateFunction;

  /** @throws DefinitionError when it is no JSON Schema */
  constructor(schema: Record<string, unknown>) {
    // A schema says more than types, e.g. what is restricted.
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      validateFormats: false,
    });
    try {
      this.#validate = ajv.compile(schema);
    } catch (error) {
      throw new DefinitionError(
        ['schema'],
        `is no JSON Schema: ${error instanceof Error ? error.message : error}`,
        { expected: 'JSON Schema 2020-12' },
      );
    }
  }

  /** What is wrong with the facts, by field. */
  faultsOf(facts: unknown): { field: string; message: string }[] {
    if (this.#validate(facts)) {
      return [];
    }
    return (this.#validate.errors ?? []).map(error => ({
      field: describeSchemaError(error).path.join('.'),
      message: error.message ?? 'is not valid',
    }));
  }
}
