import { createBackendModule } from '@backstage/backend-plugin-api';
import { reportFormatsExtensionPoint } from '@synchrony/backstage-plugin-ingestion-node';
import { AcmeScanFormat } from './AcmeScanFormat';

/**
 * Teaches ingestion to read reports of Acme Scan.
 *
 * @public
 */
export const ingestionModuleExampleFormat = createBackendModule({
  pluginId: 'ingestion',
  moduleId: 'example-format',
  register(env) {
    env.registerInit({
      deps: { formats: reportFormatsExtensionPoint },
      async init({ formats }) {
        formats.addFormat(AcmeScanFormat);
      },
    });
  },
});
