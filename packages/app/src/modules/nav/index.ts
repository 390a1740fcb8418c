import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { sidebar } from './extension';

export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [sidebar],
});
