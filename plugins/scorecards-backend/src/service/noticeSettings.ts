import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { NoticeSettings } from '../notices/planNotices';

const HOURS_A_DAY = 24;

/** When people are told of levels; undefined when they are not. */
export function noticeSettings(
  config: RootConfigService,
): NoticeSettings | undefined {
  const own = config.getOptionalConfig('scorecards.notifications');
  if (own?.getOptionalBoolean('enabled') === false) {
    return undefined;
  }
  const digestHour = own?.getOptionalNumber('digestHour') ?? 7;
  if (
    !Number.isInteger(digestHour) ||
    digestHour < 0 ||
    digestHour >= HOURS_A_DAY
  ) {
    throw new InputError(
      `scorecards.notifications.digestHour has to be a whole number from 0 to 23, and is ${digestHour}`,
    );
  }
  const immediateAfterSeconds =
    own?.getOptionalNumber('immediateAfterSeconds') ?? 60;
  if (!(immediateAfterSeconds >= 0)) {
    throw new InputError(
      `scorecards.notifications.immediateAfterSeconds has to be a number from 0, and is ${immediateAfterSeconds}`,
    );
  }
  return {
    digestHour,
    immediateAfterMs: immediateAfterSeconds * 1_000,
    immediateTiers: own?.getOptionalStringArray('immediateTiers') ?? ['tier-1'],
  };
}
