import { mockCredentials } from '@backstage/backend-test-utils';
import {
  Finding,
  FindingActionAnswer,
  FindingActionRequest,
  FindingDetail,
} from '@synchrony/backstage-plugin-ingestion-common';
import { SampleResult } from './sarif';
import { TestIngestion } from './startIngestion';

/** A finding of medium severity. */
export const LOW: SampleResult = {
  rule: 'weak-hash',
  path: 'src/a.ts',
  line: 3,
  snippet: 'md5(x)',
  severity: '5.0',
};

/** A finding of high severity. */
export const HIGH: SampleResult = {
  rule: 'sqli',
  path: 'src/b.ts',
  line: 7,
  snippet: 'query(x)',
  severity: '8.0',
};

/** @throws Error with what the back end said where it refused */
function answerOf<T>({ body }: { body: T & { error?: object } }): T {
  if (body.error) {
    throw new Error(JSON.stringify(body.error));
  }
  return body;
}

/** What people do with findings over HTTP. */
export class TriageSteps {
  readonly #ingestion: TestIngestion;

  constructor(ingestion: TestIngestion) {
    this.#ingestion = ingestion;
  }

  /** Ids of the findings by their rule. */
  async idsByRule(): Promise<Map<string, string>> {
    const { body } = await this.#ingestion.get('/findings');
    return new Map(
      (body.items as Finding[]).map(({ id, ruleId }) => [ruleId, id]),
    );
  }

  post(path: string, who: string, body: object = {}) {
    return this.#ingestion.api
      .post(`/api/ingestion${path}`)
      .set('authorization', mockCredentials.user.header(who))
      .send(body);
  }

  async act(
    who: string,
    request: FindingActionRequest,
  ): Promise<FindingActionAnswer> {
    const response = await this.post('/findings/actions', who, request);
    return answerOf(response);
  }

  async detail(findingId: string, who: string): Promise<FindingDetail> {
    const response = await this.#ingestion.api
      .get(`/api/ingestion/findings/${findingId}`)
      .set('authorization', mockCredentials.user.header(who));
    return answerOf(response);
  }
}
