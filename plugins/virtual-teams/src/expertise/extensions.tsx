import {
  ExtensionDefinition,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { directoryPage } from '../directory/extensions';

const profileTab = SubPageBlueprint.make({
  attachTo: directoryPage.inputs.pages,
  name: 'profile',
  params: {
    path: 'profile',
    title: 'My profile',
    loader: () => import('./ProfileTab').then(m => <m.ProfileTab />),
  },
});

/** What this part adds to the portal. */
export const expertiseExtensions: ExtensionDefinition[] = [profileTab];
