import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/**
 * Does something and tells the auditor how it ended.
 *
 * @param metaOf - what of the result the auditor is told
 * @public
 */
export async function audited<T>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  action: () => Promise<T>,
  metaOf: (result: T) => JsonObject = () => ({}),
): Promise<T> {
  const event = await auditor.createEvent(options);
  try {
    const result = await action();
    await event.success({ meta: metaOf(result) });
    return result;
  } catch (error) {
    await event.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
