import Ajv from 'ajv/dist/2020';
import { openApiDocument } from '../openapi';

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(JSON.parse(JSON.stringify(openApiDocument)), 'openapi');

/** Checks an answer against a schema of the served OpenAPI document. */
export function expectToMatchOpenApi(schema: string, body: unknown): void {
  const validate = ajv.compile({
    $ref: `openapi#/components/schemas/${schema}`,
  });
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}
