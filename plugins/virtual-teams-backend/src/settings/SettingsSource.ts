import { TeamSettingsState } from '@synchrony/backstage-plugin-virtual-teams-common';

/** Where the parts read the settings of virtual teams. */
export interface SettingsSource {
  /** The settings in force, and the faults of a newer file that is not. */
  current(): TeamSettingsState;
  /** Looks for changes from now on, on every replica. */
  start?(): void;
  stop?(): Promise<void>;
}
