import { Button } from '@backstage/ui';
import { LivePanel, PanelEmpty } from '@synchrony/ui';
import { useState } from 'react';
import { TeamsForbidden } from '../../directory/TeamsForbidden';
import { Card } from '../../parts';
import type { TeamTabProps } from '../TeamPage';
import { useTimeline } from '../teamData';
import { Ahead } from './Ahead';
import { CalendarDialog } from './CalendarDialog';
import { EventList } from './EventList';

/** All that happened with the team, and what lies ahead. */
export function TimelineTab(props: TeamTabProps) {
  const live = useTimeline(props.team.teamRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title="Timeline"
      action={
        <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
          Calendar feed
        </Button>
      }
    >
      <LivePanel
        live={live}
        subject="Timeline"
        height={240}
        forbidden={<TeamsForbidden what="the timeline" />}
      >
        {({ ahead, items, pageInfo }) => (
          <>
            <h4>Ahead</h4>
            <Ahead milestones={ahead} />
            <h4>Past</h4>
            {items.length === 0 && <PanelEmpty title="Nothing yet" />}
            <EventList events={items} />
            {pageInfo.nextCursor && (
              <Button
                size="small"
                variant="secondary"
                isPending={live.isLoading}
                onPress={live.showMore}
              >
                Show more
              </Button>
            )}
          </>
        )}
      </LivePanel>
      {isOpen && <CalendarDialog onClose={() => setOpen(false)} />}
    </Card>
  );
}
