import { ScorecardView } from '@synchrony/backstage-plugin-scorecards-common';
import {
  levelLabel,
  PanelNotice,
  RelativeTime,
  TextLink,
  useNow,
} from '@synchrony/ui';
import { endingWaivers } from '../../model/endingWaivers';
import { SCORECARD_PATH, useEntityPath } from '../../paths';

/** Waivers that end soon and on which the level rests. */
export function EndingWaivers(props: {
  entityRef: string;
  scorecard: ScorecardView;
}) {
  const { entityRef, scorecard } = props;
  const path = useEntityPath()(entityRef, SCORECARD_PATH);
  const ending = endingWaivers(scorecard, useNow());
  return (
    <>
      {ending.map(({ check, until }) => (
        <PanelNotice key={check.id} tone="waiver">
          A waiver ends <RelativeTime at={until} />. Then “{check.title}” counts
          as failed again, and {levelLabel(scorecard.level)} is no longer
          earned.{' '}
          {path && (
            <TextLink
              href={`${path}?${new URLSearchParams({ scorecard: scorecard.id, check: check.id })}`}
            >
              Review
            </TextLink>
          )}
        </PanelNotice>
      ))}
    </>
  );
}
