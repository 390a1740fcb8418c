import { SkillLevel } from '@synchrony/backstage-plugin-virtual-teams-common';

/** An open role as it is kept. */
export interface StoredOpenRole {
  id: string;
  teamId?: number;
  title: string;
  skillId?: string;
  level?: SkillLevel;
  platformRef?: string;
  seats: number;
  allocationPct?: number;
  untilOn?: string;
  status: 'open' | 'filled' | 'closed';
  postedBy?: number;
  postedAt: number;
}
