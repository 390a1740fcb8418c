import { CalendarFeeds } from '@synchrony/backstage-plugin-scorecards-node';
import { VirtualTeamsContext, VirtualTeamsPart } from './context';
import { createCalendarRouter } from './router/calendarRouter';
import { CalendarService } from './service/CalendarService';
import { MembershipStore } from './store/MembershipStore';
import { TeamStore } from './store/TeamStore';

/** Calendars of people's teams. */
export function createCalendar(context: VirtualTeamsContext): VirtualTeamsPart {
  const service = new CalendarService({
    ...context,
    calendars: new CalendarFeeds(context),
    memberships: new MembershipStore(),
    teams: new TeamStore(),
  });
  return {
    routes: router => {
      router.use(createCalendarRouter({ ...context, service }));
    },
  };
}
