import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { createSettingsRouter } from './router/settingsRouter';
import { SettingsService } from './service/SettingsService';

/** Shows the settings that are in force. */
export function createSettings(context: VirtualTeamsContext): VirtualTeamsPart {
  return {
    routes: router => {
      router.use(
        createSettingsRouter({
          ...context,
          service: new SettingsService(context),
        }),
      );
    },
  };
}
