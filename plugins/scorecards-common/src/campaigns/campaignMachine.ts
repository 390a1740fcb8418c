import { PersonTransition } from './transitions';

/** @public */
export const CAMPAIGN_STATUSES = [
  'draft',
  'active',
  'ended',
  'cancelled',
] as const;

/** A draft is seen by those who manage campaigns only. @public */
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

/** @public */
export const CAMPAIGN_ACTIONS = ['activate', 'end', 'cancel'] as const;

/** @public */
export type CampaignAction = (typeof CAMPAIGN_ACTIONS)[number];

/** What has to hold so that a person may take a transition. @public */
export type CampaignGuard = 'mayManage' | 'targetIsAhead';

/** All that people can do with a campaign, besides editing it. @public */
export const CAMPAIGN_TRANSITIONS: readonly PersonTransition<
  CampaignStatus,
  CampaignAction,
  CampaignGuard
>[] = [
  {
    action: 'activate',
    from: ['draft'],
    to: 'active',
    guards: ['mayManage', 'targetIsAhead'],
  },
  { action: 'end', from: ['active'], to: 'ended', guards: ['mayManage'] },
  {
    action: 'cancel',
    from: ['draft', 'active'],
    to: 'cancelled',
    guards: ['mayManage'],
  },
];

/** The step that nobody takes. @public */
export const CAMPAIGN_TIME_TRANSITION = {
  name: 'finish',
  from: 'active',
  to: 'ended',
  when: 'The target day (UTC) has passed',
} as const;

/** Statuses in which a campaign can still be changed. @public */
export const EDITABLE_CAMPAIGN_STATUSES: readonly CampaignStatus[] = [
  'draft',
  'active',
];
