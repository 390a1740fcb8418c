import { formatCount, LivePanel, PanelEmpty, TextLink } from '@synchrony/ui';
import { useOpenRoles } from '../../api';
import { TeamsForbidden } from '../TeamsForbidden';
import { useTeamPaths } from '../useTeamPaths';
import { OpenRolesList } from './OpenRolesList';
import styles from '../directory.module.css';

const SHOWN = 4;

/** The newest open roles, beside the teams. */
export function OpenRolesCard() {
  const { directory } = useTeamPaths();
  const live = useOpenRoles({ limit: SHOWN });
  return (
    <section className={styles.card} aria-labelledby="open-roles">
      <div className={styles.head}>
        <div>
          <h2 id="open-roles">Open roles</h2>
          <p className={styles.sub}>who decides, and by when</p>
        </div>
        {live.value && live.value.totalItems > SHOWN && (
          <TextLink href={`${directory}/open-roles`}>
            {formatCount(live.value.totalItems, 'open role')} in all
          </TextLink>
        )}
      </div>
      <LivePanel
        live={live}
        subject="Open roles"
        height={220}
        forbidden={<TeamsForbidden what="open roles" />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <PanelEmpty title="No team is looking for anybody" />
          ) : (
            <OpenRolesList roles={items} onChanged={live.reload} />
          )
        }
      </LivePanel>
    </section>
  );
}
