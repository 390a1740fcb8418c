const ref = { type: 'string' };
const time = { type: 'string', format: 'date-time' };

/** Bringing a programme over. */
export const importPaths = {
  '/assignments/import': {
    post: {
      operationId: 'importAssignments',
      summary: 'Bring assignments over that people agreed to before',
      description:
        'For who runs the programme. All of a request is taken, or nothing. Who stands or stood at a scope is left alone.',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/AssignmentImportInput' },
          },
        },
      },
      responses: {
        200: {
          description: 'How many became active',
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/AssignmentImportResult' },
            },
          },
        },
        400: { description: 'What is wrong, and in which item' },
        403: { description: 'The caller does not run the programme' },
      },
    },
  },
};

export const importSchemas = {
  AssignmentImportInput: {
    type: 'object',
    required: ['items'],
    properties: {
      items: {
        type: 'array',
        minItems: 1,
        maxItems: 500,
        items: {
          type: 'object',
          required: [
            'userRef',
            'scopeRef',
            'role',
            'capacityPct',
            'acceptedAt',
            'consentRecord',
          ],
          properties: {
            userRef: ref,
            scopeRef: ref,
            role: { enum: ['primary', 'deputy'] },
            specialisms: { type: 'array', items: { type: 'string' } },
            capacityPct: { type: 'integer', minimum: 1, maximum: 100 },
            nominatedAt: time,
            acceptedAt: { ...time, description: 'When the person said yes' },
            consentRecord: {
              type: 'string',
              description: 'Where that can be read',
            },
            startedAt: time,
            confirmedAt: time,
          },
        },
      },
    },
  },
  AssignmentImportResult: {
    type: 'object',
    required: ['imported', 'existing'],
    properties: {
      imported: { type: 'integer' },
      existing: { type: 'integer' },
    },
  },
};
