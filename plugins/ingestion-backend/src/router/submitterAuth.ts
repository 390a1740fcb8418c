import {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { reportSubmitPermission } from '@synchrony/backstage-plugin-ingestion-common';
import { Request } from 'express';
import {
  CheckedUploadToken,
  UploadTokenCheck,
} from '../service/UploadTokenCheck';
import { looksLikeUploadToken, subjectOfUploadToken } from '../uploadToken';

/**
 * All that an upload token is good for. It reads receipts of what it sent by
 * itself, so that the permission to read all of them is not among these.
 */
const PERMISSIONS = [reportSubmitPermission.name];

const REFUSALS: Record<string, string> = {
  revoked: 'This upload token was revoked',
  expired: 'This upload token expired',
};

export interface SubmitterAuthOptions {
  httpAuth: HttpAuthService;
  uploadTokenCheck: UploadTokenCheck;
  auditor: AuditorService;
  logger: LoggerService;
}

function bearerOf(request: Request): string | undefined {
  const match = /^Bearer +(\S+)$/i.exec(request.header('authorization') ?? '');
  return match?.[1];
}

function credentialsOf(
  tokenId: string,
): BackstageCredentials<BackstageServicePrincipal> {
  return {
    $$type: '@backstage/BackstageCredentials',
    principal: {
      type: 'service',
      subject: subjectOfUploadToken(tokenId),
      accessRestrictions: { permissionNames: PERMISSIONS },
    },
  };
}

/**
 * Who calls a route that pipelines may call: people and services as everywhere,
 * and upload tokens, which no other route knows.
 */
export class SubmitterAuth {
  readonly #options: SubmitterAuthOptions;

  constructor(options: SubmitterAuthOptions) {
    this.#options = options;
  }

  async credentials(request: Request): Promise<BackstageCredentials> {
    const { httpAuth, uploadTokenCheck } = this.#options;
    const bearer = bearerOf(request);
    if (bearer === undefined || !looksLikeUploadToken(bearer)) {
      return httpAuth.credentials(request, { allow: ['user', 'service'] });
    }
    const checked = await uploadTokenCheck.check(bearer);
    if (!checked.valid) {
      // Not waited for, so that the time to the answer says nothing.
      void this.#auditRefusal(checked);
      throw new AuthenticationError(
        REFUSALS[checked.reason] ?? 'There is no such upload token',
      );
    }
    return credentialsOf(checked.token.id);
  }

  /**
   * What the auditor may be told of the request. It asks Backstage who called,
   * and Backstage knows no upload tokens.
   */
  auditable(request: Request): Request | undefined {
    const bearer = bearerOf(request);
    return bearer !== undefined && looksLikeUploadToken(bearer)
      ? undefined
      : request;
  }

  async #auditRefusal(
    checked: Extract<CheckedUploadToken, { valid: false }>,
  ): Promise<void> {
    const { auditor, logger } = this.#options;
    try {
      const event = await auditor.createEvent({
        eventId: 'upload-token-use',
        severityLevel: 'medium',
        meta: { tokenId: checked.id ?? null, reason: checked.reason },
      });
      await event.fail({
        error: new AuthenticationError('The upload token was refused'),
      });
    } catch (error) {
      logger.warn('A refused upload token could not be audited', {
        error: String(error),
      });
    }
  }
}
