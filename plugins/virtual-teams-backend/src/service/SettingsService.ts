import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { TeamSettingsState } from '@synchrony/backstage-plugin-virtual-teams-common';
import { ReaderOptions, requireReader } from '../access/requireReader';
import { VirtualTeamsContext } from '../context';

export type SettingsServiceOptions = ReaderOptions &
  Pick<VirtualTeamsContext, 'skills'>;

/** The settings as forms use them. */
export class SettingsService {
  readonly #options: SettingsServiceOptions;

  constructor(options: SettingsServiceOptions) {
    this.#options = options;
  }

  /** Templates leave out skills that this portal's taxonomy does not have. */
  async get(credentials: BackstageCredentials): Promise<TeamSettingsState> {
    await requireReader(this.#options, credentials);
    const { settings, skills } = this.#options;
    const state = settings.current();
    const known = new Set(skills.current().items.map(({ id }) => id));
    return {
      ...state,
      settings: {
        ...state.settings,
        templates: state.settings.templates.map(template => ({
          ...template,
          requiredExpertise: template.requiredExpertise.filter(({ skillId }) =>
            known.has(skillId),
          ),
        })),
      },
    };
  }
}
