import { useAppSearchParams } from '@backstage/frontend-plugin-api';
import { checkChoice, TargetChoice } from './targetChoices';

/**
 * A waiver of a check that another page asks for by the address, as
 * `?request=check&entity=…&check=…`.
 */
export function useCheckRequest(): {
  choices?: TargetChoice[];
  finish(): void;
} {
  const [params, setParams] = useAppSearchParams();
  const entityRef = params.get('entity');
  const checkIds = params.getAll('check');
  const isAsked =
    params.get('request') === 'check' && entityRef && checkIds.length > 0;
  return {
    choices: isAsked ? [checkChoice(entityRef, checkIds)] : undefined,
    finish: () => setParams(entityRef ? { entity: entityRef } : {}),
  };
}
