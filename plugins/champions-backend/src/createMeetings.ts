import { ChampionsContext, ChampionsPart } from './context';
import { createMeetingsRouter } from './router/meetingsRouter';
import { MeetingNotifier } from './service/meetings/MeetingNotifier';
import { MeetingsService } from './service/meetings/MeetingsService';
import { MeetingStore } from './store/MeetingStore';

/** Meetings of champions. */
export function createMeetings(context: ChampionsContext): ChampionsPart {
  const meetings = new MeetingStore();
  const service = new MeetingsService({
    ...context,
    meetings,
    notifier: new MeetingNotifier({ ...context, meetings }),
  });
  return {
    routes: router =>
      router.use(
        '/meetings',
        createMeetingsRouter({ ...context, meetings: service }),
      ),
  };
}
