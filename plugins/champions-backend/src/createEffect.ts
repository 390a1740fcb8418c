import { ChampionsContext, ChampionsPart } from './context';
import { addEffectRoutes } from './router/effect';
import { EffectService } from './service/EffectService';
import { RemediationReader } from './service/RemediationReader';
import { EffectStore } from './store/EffectStore';

/** What the programme seems to have changed. */
export function createEffect(context: ChampionsContext): ChampionsPart {
  const effect = new EffectService({
    ...context,
    store: new EffectStore(context.database),
    remediation: new RemediationReader(context),
  });
  return {
    routes: router => addEffectRoutes(router, { ...context, effect }),
  };
}
