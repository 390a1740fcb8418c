import { useTeamSettings } from '../../api';
import styles from '../directory.module.css';

/** Where to ask when nobody is found, in portals that name such a place. */
export function AskGuild() {
  const guild = useTeamSettings().value?.settings.guild;
  return guild ? (
    <a
      className={styles.anchor}
      href={guild.url}
      target="_blank"
      rel="noopener noreferrer"
    >
      Ask the guild: {guild.title}
    </a>
  ) : null;
}
