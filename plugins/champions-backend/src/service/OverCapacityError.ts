import { CustomErrorBase } from '@backstage/errors';

/**
 * More of a person's time would be agreed than the programme asks of anybody.
 * How much it is elsewhere is not said: the reader may not know of it.
 */
export class OverCapacityError extends CustomErrorBase {
  readonly statusCode = 422;
  readonly details = { path: 'body.confirmOverCapacity' };

  constructor(maxPct: number) {
    super(
      `confirmOverCapacity: Together with the person's other posts it is more than ${maxPct} % of their time, which the programme asks at most; confirm to agree all the same`,
    );
    this.name = 'OverCapacityError';
  }
}
