import { coreApis, useApi } from '@backstage/frontend-plugin-api';
import { Alert, Avatar } from '@backstage/ui';
import { Mark } from '../nav/Mark';
import type { Persona } from './personas';
import styles from './PersonaPicker.module.css';

type PersonaPickerProps = {
  personas: Persona[];
  /** Why the last choice did not work. */
  fault?: string;
  onPick(persona: Persona): void;
};

export function PersonaPicker({ personas, fault, onPick }: PersonaPickerProps) {
  const config = useApi(coreApis.config);
  const organization =
    config.getOptionalString('organization.name') ?? 'a demo organisation';
  const title = config.getOptionalString('app.title') ?? 'Synchrony';
  return (
    <main className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.header}>
          <div className={styles.brand}>
            <Mark size={40} />
            <span>{title}</span>
          </div>
          <h1 className={styles.title}>Who do you want to be?</h1>
          <p className={styles.lead}>
            This is a demonstration with the data of {organization}. The
            organisation, its people and its services are fictional. Pick a
            person and see the portal as they do; no password is asked, and you
            can switch at any time from the sidebar.
          </p>
        </header>
        {fault && (
          <Alert
            status="danger"
            icon
            title="Signing in did not work"
            description={fault}
          />
        )}
        <ul className={styles.grid}>
          {personas.map(persona => (
            <li key={persona.id}>
              <button
                type="button"
                className={styles.card}
                onClick={() => onPick(persona)}
              >
                <span className={styles.person}>
                  <Avatar
                    src=""
                    name={persona.name}
                    size="large"
                    purpose="decoration"
                  />
                  <span>
                    <span className={styles.name}>{persona.name}</span>
                    <span className={styles.role}>{persona.title}</span>
                  </span>
                </span>
                <span className={styles.description}>
                  {persona.description}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
