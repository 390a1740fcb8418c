import { coreApis, useApi } from '@backstage/frontend-plugin-api';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Container, PluginHeader } from '@backstage/ui';
import { RiHome5Line } from '@remixicon/react';
import styles from './HomeLayout.module.css';

/** Security first; whatever else is installed follows as it is named. */
const FIRST = 'scorecards';

/** The widgets of the home page in one column of cards, the first over the full width. */
export function HomeLayout({ widgets }: HomePageLayoutProps) {
  const organization = useApi(coreApis.config).getOptionalString(
    'organization.name',
  );
  const first = widgets.filter(
    widget => widget.node.spec.plugin.pluginId === FIRST,
  );
  const others = widgets.filter(widget => !first.includes(widget));
  return (
    <>
      <PluginHeader
        icon={<RiHome5Line />}
        title={organization ? `Home of ${organization}` : 'Home'}
      />
      <main>
        <Container>
          <div className={styles.wide}>
            {first.map(widget => (
              <div key={widget.node.spec.id}>{widget.component}</div>
            ))}
          </div>
          <div className={styles.grid}>
            {others.map(widget => (
              <div key={widget.node.spec.id}>{widget.component}</div>
            ))}
          </div>
        </Container>
      </main>
    </>
  );
}
