import {
  CheckActor,
  Effort,
  Stage,
  UnknownReason,
} from '@synchrony/backstage-plugin-scorecards-common';

const STAGE_LABELS: Record<Stage, string> = {
  plan: 'Plan',
  design: 'Design',
  code: 'Code',
  build: 'Build',
  test: 'Test',
  release: 'Release',
  deploy: 'Deploy',
  operate: 'Operate',
};

const EFFORT_LABELS: Record<Effort, string> = {
  S: 'small',
  M: 'medium',
  L: 'large',
};

const ACTOR_SENTENCES: Partial<Record<CheckActor, string>> = {
  platform: 'The platform team can do this',
  appsec: 'AppSec can do this',
};

const UNKNOWN_LABELS: Record<UnknownReason, string> = {
  no_data: 'no data',
  stale: 'stale',
  error: 'error',
  forbidden: 'not readable',
};

/** The word for a stage. */
export function stageLabel(stage: Stage): string {
  return STAGE_LABELS[stage];
}

/** The word for an effort. */
export function effortLabel(effort: Effort): string {
  return EFFORT_LABELS[effort];
}

/** Who can do something, where it is not the team itself. */
export function actorSentence(
  actor: CheckActor | undefined,
): string | undefined {
  return actor && ACTOR_SENTENCES[actor];
}

/** Why an outcome is unknown, in a word or two. */
export function unknownLabel(reason: UnknownReason): string {
  return UNKNOWN_LABELS[reason];
}
