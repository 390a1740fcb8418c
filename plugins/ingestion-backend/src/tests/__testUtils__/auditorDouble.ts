import {
  AuditorService,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/** An auditor that keeps what happened. */
export function auditorDouble() {
  const events: { eventId: string; status: string; meta?: object }[] = [];
  const auditor: AuditorService = {
    createEvent: async ({ eventId, meta }) => ({
      success: async () => {
        events.push({ eventId, status: 'succeeded', meta });
      },
      fail: async () => {
        events.push({ eventId, status: 'failed', meta });
      },
    }),
  };
  return {
    events,
    factory: createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => auditor,
    }),
  };
}
