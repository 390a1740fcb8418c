import { ComponentType, createContext, ReactNode, useContext } from 'react';
import { AskChampionProps } from './AskChampionBlueprint';

const AskContext = createContext<ComponentType<AskChampionProps> | undefined>(
  undefined,
);

/**
 * Hands what was attached for asking a champion to the {@link AskChampion}
 * below it.
 *
 * @public
 */
export function AskChampionProvider(props: {
  /** Undefined in a portal without champions. */
  component: ComponentType<AskChampionProps> | undefined;
  children: ReactNode;
}) {
  return (
    <AskContext.Provider value={props.component}>
      {props.children}
    </AskContext.Provider>
  );
}

/**
 * Where a champion may be asked; nothing in a portal without champions.
 *
 * @public
 */
export function AskChampion(props: AskChampionProps) {
  const Ask = useContext(AskContext);
  return Ask ? <Ask {...props} /> : null;
}
