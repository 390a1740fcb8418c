import { ChampionsContext, ChampionsPart } from './context';
import { ArrivalNotifier } from './service/arrivals/ArrivalNotifier';
import { askIngestion } from './service/askIngestion';
import { ArrivalRoundStore } from './store/arrivals/ArrivalRoundStore';
import { DeskStore } from './store/desk/DeskStore';

/** Tells champions at once of critical and high findings that came. */
export function createArrivals(
  context: ChampionsContext,
): ChampionsPart & { round(): Promise<void> } {
  const { database } = context;
  const notifier = new ArrivalNotifier({
    ...context,
    desks: new DeskStore(database),
    ingestion: askIngestion(context),
    rounds: new ArrivalRoundStore(database),
  });
  return {
    routes: () => {},
    start: () => notifier.start(),
    stop: () => notifier.stop(),
    round: () => notifier.round(),
  };
}
