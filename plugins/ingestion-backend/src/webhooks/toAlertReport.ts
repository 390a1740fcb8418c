import { z } from 'zod';
import { RequestError } from '../service/RequestError';
import { GithubPayload } from './readDelivery';

/** Events that tell the state of an alert. */
export const ALERT_EVENTS: ReadonlySet<string> = new Set([
  'code_scanning_alert',
  'dependabot_alert',
  'secret_scanning_alert',
]);

/** As the parsers know it. */
export const ALERT_FORMAT = 'github-alert-webhook-json';

const PLACE = z.looseObject({ path: z.string().optional() }).nullish();
const INSTANCE = z.looseObject({ location: PLACE });

const ALERT = z.looseObject({
  number: z.number().int(),
  secret: z.unknown().optional(),
  most_recent_instance: INSTANCE.nullish(),
  instances: z.array(INSTANCE).nullish(),
  dependency: z.looseObject({ manifest_path: z.string().nullish() }).nullish(),
  first_location_detected: PLACE,
});

type Alert = z.output<typeof ALERT>;

/** An alert as it is stored, and where in the repository it is. */
export interface AlertReport {
  body: string;
  path?: string;
}

function pathOf(alert: Alert): string | undefined {
  const instance = alert.most_recent_instance ?? alert.instances?.[0];
  return (
    instance?.location?.path ??
    alert.dependency?.manifest_path ??
    alert.first_location_detected?.path
  );
}

/** The same without the value of the secret, wherever it stands. */
function withoutSecret({ secret, ...alert }: Alert): object {
  const value = typeof secret === 'string' ? secret.trim() : '';
  return value === ''
    ? alert
    : JSON.parse(JSON.stringify(alert), (_, item) =>
        typeof item === 'string' ? item.split(value).join('***') : item,
      );
}

/** Keeps of a delivery what the finding needs. */
export function toAlertReport(payload: GithubPayload): AlertReport {
  const result = ALERT.safeParse(payload.alert);
  if (!result.success) {
    const path = ['body', 'alert', ...result.error.issues[0].path]
      .map(String)
      .join('.');
    throw new RequestError(400, `${path} is not as GitHub sends it`, path);
  }
  return {
    path: pathOf(result.data),
    body: JSON.stringify({
      action: payload.action,
      alert: withoutSecret(result.data),
      ref: payload.ref,
      commit_oid: payload.commit_oid,
      repository: { full_name: payload.repository?.full_name },
    }),
  };
}
