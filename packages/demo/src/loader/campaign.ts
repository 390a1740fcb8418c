import {
  Campaign,
  CampaignInput,
  CampaignsPage,
} from '@synchrony/backstage-plugin-scorecards-common';
import { DemoPortal } from './DemoPortal';

const DAY_MS = 24 * 3600 * 1000;
const PATH = '/api/scorecards/campaigns';
const LEADER = 'appsec-lead';
const TITLE = 'Static analysis on everything critical';

/** Begins today: what nobody counted in the past can't be shown. */
function planCampaign(now: Date): CampaignInput {
  const day = (days: number) =>
    new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
  return {
    title: TITLE,
    description:
      'Every service of tier 1 and 2 is analysed at each merge. The pipeline template has the job; a team that can’t use it yet asks for an exemption.',
    scorecardId: 'essentials',
    scope: { tiers: ['tier-1', 'tier-2'] },
    goal: { checks: ['code.sast-active'] },
    startDate: day(0),
    targetDate: day(60),
    milestones: [
      { date: day(20), sharePct: 70 },
      { date: day(40), sharePct: 85 },
    ],
  };
}

/** Makes the campaign of the demo and starts it, unless it is there. */
export async function startCampaign(
  portal: DemoPortal,
  now: Date,
): Promise<void> {
  const { items } = await portal.getAs<CampaignsPage>(LEADER, PATH);
  const campaign =
    items.find(({ title }) => title === TITLE) ??
    (await portal.postAs<Campaign>(LEADER, PATH, planCampaign(now)));
  if (campaign.status === 'draft') {
    await portal.postAs(LEADER, `${PATH}/${campaign.id}/actions`, {
      action: 'activate',
    });
  }
}
