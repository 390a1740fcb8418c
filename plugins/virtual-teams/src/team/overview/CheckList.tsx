import { useRouteRef } from '@backstage/frontend-plugin-api';
import { TextLink } from '@synchrony/ui';
import { useCheckDefinitions } from '../../api';
import { definitionsRouteRef } from '../../routes';
import styles from '../team.module.css';

/** Checks that the team is to have pass, each with the way to what it asks. */
export function CheckList(props: { checkIds: string[] }) {
  const checks = useCheckDefinitions().value?.checks ?? [];
  const definitions = useRouteRef(definitionsRouteRef)?.();
  return (
    <ul className={styles.plain} aria-label="Checks that it is to have pass">
      {props.checkIds.map(id => {
        const known = checks.find(check => check.id === id);
        return (
          <li key={id}>
            {known && definitions ? (
              <TextLink
                href={`${definitions}?${new URLSearchParams({ check: id })}`}
              >
                {known.title}
              </TextLink>
            ) : (
              (known?.title ?? id)
            )}
          </li>
        );
      })}
    </ul>
  );
}
