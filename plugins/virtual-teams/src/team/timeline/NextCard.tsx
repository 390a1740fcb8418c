import { LivePanel } from '@synchrony/ui';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { Card } from '../../parts';
import { useTimeline } from '../teamData';
import { Ahead } from './Ahead';
import { EventList } from './EventList';

const MOST_PAST = 3;

/** What comes next and what was last. */
export function NextCard(props: { teamRef: string }) {
  const live = useTimeline(props.teamRef);
  return (
    <Card title="Next and past">
      <LivePanel
        live={live}
        subject="Timeline"
        height={120}
        forbidden={<TeamsForbidden what="the timeline" />}
      >
        {({ ahead, items }) => (
          <>
            <Ahead milestones={ahead} />
            <EventList events={items.slice(0, MOST_PAST)} />
          </>
        )}
      </LivePanel>
    </Card>
  );
}
