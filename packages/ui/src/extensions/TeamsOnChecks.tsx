import { ComponentType, createContext, ReactNode, useContext } from 'react';
import { TeamsOnChecksProps } from './TeamsOnChecksBlueprint';

const TeamsContext = createContext<
  ComponentType<TeamsOnChecksProps> | undefined
>(undefined);

/**
 * Hands what was attached for naming teams to the {@link TeamsOnChecks} below
 * it.
 *
 * @public
 */
export function TeamsOnChecksProvider(props: {
  /** Undefined in a portal without virtual teams. */
  component: ComponentType<TeamsOnChecksProps> | undefined;
  children: ReactNode;
}) {
  return (
    <TeamsContext.Provider value={props.component}>
      {props.children}
    </TeamsContext.Provider>
  );
}

/**
 * Whether the portal knows of teams, and what names them.
 *
 * @public
 */
export function useTeamsOnChecks():
  ComponentType<TeamsOnChecksProps> | undefined {
  return useContext(TeamsContext);
}

/**
 * Teams that work on checks; nothing in a portal without virtual teams.
 *
 * @public
 */
export function TeamsOnChecks(props: TeamsOnChecksProps) {
  const Teams = useTeamsOnChecks();
  return Teams ? <Teams {...props} /> : null;
}
