import { Pipeline } from '@synchrony/backstage-plugin-champions-common';

/** The places of the pipeline, and what is missing there. */
export const PIPELINE_STEPS: readonly {
  id: Exclude<keyof Pipeline, 'asOf'>;
  title: string;
  note: string;
}[] = [
  { id: 'nominated', title: 'Nominated', note: 'to be accepted' },
  { id: 'accepted', title: 'Accepted', note: 'capacity to be agreed' },
  { id: 'onboarding', title: 'Onboarding', note: 'core training' },
  { id: 'active', title: 'Active in 90 days', note: 'new champions' },
];
