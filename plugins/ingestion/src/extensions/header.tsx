import { PluginHeaderActionBlueprint } from '@backstage/frontend-plugin-api';

/** In the header of Ingestion: how much waits in quarantine. */
export const quarantineCount = PluginHeaderActionBlueprint.make({
  name: 'quarantine',
  params: {
    loader: () =>
      import('../quarantine/QuarantineCount').then(m => <m.QuarantineCount />),
  },
});
