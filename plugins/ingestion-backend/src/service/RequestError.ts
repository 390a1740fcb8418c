import { CustomErrorBase } from '@backstage/errors';

const NAMES = {
  400: 'InputError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'UnprocessableContentError',
} as const;

/** A request that is at fault, and what of it. */
export class RequestError extends CustomErrorBase {
  readonly statusCode: keyof typeof NAMES;
  readonly details?: { path: string };

  constructor(statusCode: keyof typeof NAMES, message: string, path?: string) {
    super(message);
    this.name = NAMES[statusCode];
    this.statusCode = statusCode;
    this.details = path === undefined ? undefined : { path };
  }
}
