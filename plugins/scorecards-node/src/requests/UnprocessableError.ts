import { CustomErrorBase } from '@backstage/errors';

/** A request whose body says too much at once. @public */
export class UnprocessableError extends CustomErrorBase {
  readonly statusCode = 422;

  constructor(message: string) {
    super(message);
    this.name = 'UnprocessableError';
  }
}
