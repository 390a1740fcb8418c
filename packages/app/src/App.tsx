import { createApp } from '@backstage/frontend-defaults';
import { catalogGraphModule } from './modules/catalogGraph';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { themeModule } from './modules/theme';

/** Plugins are discovered from the dependencies of this package, see `app.packages`. */
export const app = createApp({
  features: [
    catalogGraphModule,
    homeModule,
    navModule,
    signInModule,
    themeModule,
  ],
});
