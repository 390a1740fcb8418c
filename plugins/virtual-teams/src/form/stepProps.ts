import { TeamDefinition } from '@synchrony/backstage-plugin-virtual-teams-common';

/** What every step of the form works on. */
export interface StepProps {
  definition: TeamDefinition;
  onChange: (change: Partial<TeamDefinition>) => void;
}
