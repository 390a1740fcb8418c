import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { audited } from '@synchrony/backstage-plugin-scorecards-node';
import { json, Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { QuestionsService } from '../../service/desk/QuestionsService';
import { parsed, referenceSchema, versionSchema } from './parsed';

const word = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:-]+$/, 'Write the id of a type or stage');

const questionBody = z.strictObject({
  entityRef: referenceSchema,
  subject: z
    .strictObject({
      kind: z.enum(['entity', 'finding', 'check']),
      id: z
        .string()
        .min(1)
        .max(128)
        .regex(/^[\w.:-]+$/, 'Write an id and nothing else')
        .optional(),
      area: word.optional(),
    })
    .refine(({ id, kind }) => (kind === 'entity') === (id === undefined), {
      path: ['id'],
      message: 'A finding or check is named by its id, and nothing else is',
    }),
  text: z.string().trim().min(3).max(4000),
});

const answerBody = z.strictObject({
  answer: z.string().trim().min(1).max(8000),
  version: versionSchema,
});

const withdrawBody = z.strictObject({ version: versionSchema });

const listQuery = z.strictObject({
  role: z.enum(['asked', 'routed']),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

const smallJson = json({ limit: '64kb' });

/** `/questions`: of people to people; machines neither ask nor answer. */
export function createQuestionsRouter(options: {
  questions: QuestionsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { auditor, httpAuth, questions } = options;
  const router = PromiseRouter();
  const caller = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user'] });

  router.get('/questions', async (request, response) => {
    const credentials = await caller(request);
    const { role, ...page } = parsed(listQuery, request.query);
    response.json(await questions.list(credentials, role, page));
  });

  router.post('/questions', smallJson, async (request, response) => {
    const credentials = await caller(request);
    const body = parsed(questionBody, request.body);
    const { entityRef } = body;
    response.status(201).json(
      await audited(
        auditor,
        { eventId: 'champion-question-ask', request, meta: { entityRef } },
        () => questions.ask(credentials, body),
        ({ id }) => ({ questionId: id }),
      ),
    );
  });

  router.post('/questions/:id/answer', smallJson, async (request, response) => {
    const credentials = await caller(request);
    const { id } = request.params;
    const body = parsed(answerBody, request.body);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'champion-question-answer',
          request,
          meta: { questionId: id },
        },
        () => questions.answer(credentials, id, body),
      ),
    );
  });

  router.post(
    '/questions/:id/withdraw',
    smallJson,
    async (request, response) => {
      const credentials = await caller(request);
      const { id } = request.params;
      const { version } = parsed(withdrawBody, request.body);
      response.json(
        await audited(
          auditor,
          {
            eventId: 'champion-question-withdraw',
            request,
            meta: { questionId: id },
          },
          () => questions.withdraw(credentials, id, version),
        ),
      );
    },
  );

  return router;
}
