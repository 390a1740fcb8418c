import { useSidebarOpenState } from '@backstage/core-components';
import { coreApis, useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { Mark } from './Mark';
import styles from './nav.module.css';

export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  const config = useApi(coreApis.config);
  const name = config.getOptionalString('app.title') ?? 'Synchrony';
  return (
    <Link href="/" className={styles.logo} aria-label={`${name}, home`}>
      <Mark />
      {isOpen && <span className={styles.name}>{name}</span>}
    </Link>
  );
}
