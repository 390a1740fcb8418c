import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityComponent } from '@synchrony/backstage-plugin-ingestion-common';
import { HatchedNote, TextLink } from '@synchrony/ui';
import { advisoriesRouteRef } from '../routes';
import panel from '../panel/panel.module.css';
import styles from './inventory.module.css';

/** Packages of an entity; each leads to who else has it. */
export function ComponentsTable(props: { components: EntityComponent[] }) {
  return (
    <div className={panel.scroll}>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">Package</th>
            <th scope="col">Version</th>
            <th scope="col">Ecosystem</th>
            <th scope="col">Dependency</th>
            <th scope="col">Licence</th>
          </tr>
        </thead>
        <tbody>
          {props.components.map(component => (
            <tr
              key={`${component.type} ${component.package} ${component.version}`}
            >
              <td className={styles.name}>
                <WhoHasIt name={component.package} />
              </td>
              <td>
                {component.version || <HatchedNote>not told</HatchedNote>}
              </td>
              <td>{component.type || <HatchedNote>not told</HatchedNote>}</td>
              <td>{dependencyWords(component)}</td>
              <td>{component.licences.join(', ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WhoHasIt({ name }: { name: string }) {
  const search = useRouteRef(advisoriesRouteRef);
  return search ? (
    <TextLink href={`${search()}?${new URLSearchParams({ q: name })}`}>
      {name}
    </TextLink>
  ) : (
    <>{name}</>
  );
}

function dependencyWords({ direct, usage }: EntityComponent): string {
  const words = [
    ...(direct === undefined ? [] : [direct ? 'direct' : 'transitive']),
    ...(usage && usage !== 'required' ? [usage] : []),
  ];
  return words.join(', ') || '–';
}
